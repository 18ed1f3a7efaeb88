package org.laurelbridge.bridge;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.bridge.issue.Achievements;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.RuleDocuments;
import org.laurelbridge.decide.Wording;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.RuleReader;
import org.laurelbridge.rule.Vocabulary;

/** What badges mean to a stranger, from the documents that were ever applied: a credential outlives the rule it was earned under. */
final class Meanings implements Achievements {
    private final RuleDocuments documents;
    private final RuleBook rules;

    Meanings(RuleDocuments documents, RuleBook rules) {
        this.documents = documents;
        this.rules = rules;
    }

    @Override
    public Optional<Achievement> find(String badge, int version) {
        return rules.current()
                .find(badge, version)
                .or(() -> documents
                        .find("badge", badge, version)
                        .flatMap(applied -> new RuleReader(Vocabulary.open())
                                .read(badge, applied.body())
                                .badge()))
                .map(this::achievement);
    }

    private Achievement achievement(Badge badge) {
        Wording wording = new Wording(
                Locale.ENGLISH, badge.zone(), label -> rules.current().title(label));
        String criteria = wording.sentence(badge.when());
        List<Achievement.Alignment> align = badge.align().stream()
                .map(one -> new Achievement.Alignment(one.framework(), one.code()))
                .toList();
        String description = badge.description() == null ? criteria : badge.description();
        return new Achievement(
                badge.id(),
                badge.version(),
                badge.title(),
                description,
                criteria,
                image(badge.image()),
                align,
                TermsWords.of(badge),
                badge.unsupported() == Badge.Unsupported.SUSPEND);
    }

    /** A picture elsewhere; one that is a file's name is drawn until pictures can be uploaded. */
    private static @Nullable URI image(@Nullable String image) {
        return image != null && image.startsWith("https://") ? URI.create(image) : null;
    }
}
