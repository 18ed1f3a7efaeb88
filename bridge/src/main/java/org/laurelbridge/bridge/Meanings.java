package org.laurelbridge.bridge;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.bridge.issue.Achievements;
import org.laurelbridge.bridge.issue.CriteriaText;
import org.laurelbridge.bridge.issue.Details;
import org.laurelbridge.bridge.issue.Element;
import org.laurelbridge.bridge.map.InForce;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.RuleDocuments;
import org.laurelbridge.decide.Wording;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Condition;
import org.laurelbridge.rule.Credential;
import org.laurelbridge.rule.Credential.Translation;
import org.laurelbridge.rule.Phrase;
import org.laurelbridge.rule.RuleReader;
import org.laurelbridge.rule.Scored;
import org.laurelbridge.rule.Vocabulary;

/** What badges mean to a stranger, from the documents that were ever applied: a credential outlives the rule it was earned under. */
final class Meanings implements Achievements {
    private static final int VERSIONS = 10;

    private final RuleDocuments documents;
    private final RuleBook rules;
    private volatile Known known;

    Meanings(RuleDocuments documents, RuleBook rules) {
        this.documents = documents;
        this.rules = rules;
        this.known = new Known(rules.current(), new ConcurrentHashMap<>());
    }

    /** What was found already under the rules in force: every credential that is signed asks for it. */
    private record Known(InForce rules, Map<String, Achievement> found) {}

    @Override
    public Optional<Achievement> find(String badge, int version) {
        return remembered(badge + "@" + version, () -> document(badge, version).map(this::achievement));
    }

    @Override
    public Optional<Achievement> told(String badge, int version, Locale reader) {
        String language = reader.getLanguage();
        return remembered(
                badge + "@" + version + "/" + language,
                () -> document(badge, version).map(found -> told(found, language)));
    }

    private Optional<Achievement> remembered(String reference, Supplier<Optional<Achievement>> read) {
        InForce current = rules.current();
        Known before = known;
        Known now = before.rules() == current ? before : new Known(current, new ConcurrentHashMap<>());
        known = now;
        Optional<Achievement> found =
                Optional.ofNullable(now.found().get(reference)).or(read);
        found.ifPresent(one -> now.found().put(reference, one));
        return found;
    }

    private Optional<Badge> document(String badge, int version) {
        return rules.current()
                .find(badge, version)
                .or(() -> documents
                        .find("badge", badge, version)
                        .flatMap(applied -> new RuleReader(Vocabulary.open())
                                .read(badge, applied.body())
                                .badge()));
    }

    private Achievement achievement(Badge badge) {
        Credential credential = badge.credential();
        List<Integer> versions = earlierVersions(badge);
        List<Achievement> editions = credential.translations().entrySet().stream()
                .map(translated -> edition(badge, versions, translated))
                .toList();
        return achievement(badge, own(badge), credential, versions, editions, null, language(credential));
    }

    private static Locale language(Credential credential) {
        return credential.language() == null ? Locale.ENGLISH : Locale.forLanguageTag(credential.language());
    }

    private static Translation own(Badge badge) {
        return new Translation(
                badge.title(), badge.description(), badge.credential().criteria());
    }

    private Achievement edition(Badge badge, List<Integer> versions, Map.Entry<String, Translation> translated) {
        Credential credential = badge.credential().in(translated.getKey());
        String original = badge.credential().language();
        return achievement(
                badge, translated.getValue(), credential, versions, List.of(), original, language(credential));
    }

    /** In the reader's language, but for what its author wrote in no other than their own. */
    private Achievement told(Badge badge, String language) {
        Translation translated = badge.credential().translations().get(language);
        Credential credential =
                translated == null ? badge.credential() : badge.credential().in(language);
        Translation text = translated == null ? own(badge) : translated;
        Achievement told = achievement(
                badge, text, credential, earlierVersions(badge), List.of(), null, Locale.forLanguageTag(language));
        return text.description() == null ? told.retold() : told;
    }

    private Achievement achievement(
            Badge badge,
            Translation text,
            Credential credential,
            List<Integer> versions,
            List<Achievement> editions,
            @Nullable String original,
            Locale language) {
        Wording wording =
                new Wording(language, badge.zone(), label -> rules.current().title(label), id -> title(id, language));
        String rule = wording.sentence(badge.when());
        List<Element> elements = CredentialWords.of(badge, credential, wording, language);
        Details details = new Details(credential, elements, scoring(badge, wording), versions, editions, original);
        return new Achievement(
                badge.id(),
                badge.version(),
                text.title(),
                Objects.requireNonNullElse(text.description(), rule),
                Objects.requireNonNullElseGet(text.criteria(), () -> CriteriaText.written(rule)),
                image(badge.image()),
                badge.align().stream().map(Meanings::alignment).toList(),
                TermsWords.of(badge, wording, language),
                badge.unsupported() == Badge.Unsupported.SUSPEND,
                details);
    }

    /** What another badge is called, in a language where it was translated to it. */
    private String title(String badge, Locale language) {
        return rules.current()
                .find(badge)
                .map(other -> {
                    Translation translated = other.credential().translations().get(language.getLanguage());
                    return translated == null ? other.title() : translated.title();
                })
                .orElse(badge);
    }

    private List<Integer> earlierVersions(Badge badge) {
        return documents.listVersions(List.of(badge.id())).stream()
                .map(RuleDocuments.Applied::version)
                .filter(version -> version < badge.version())
                .sorted(Comparator.reverseOrder())
                .limit(VERSIONS)
                .toList();
    }

    /** What its rule, or that of its renewal, asks of a score; what is required only where it is the same everywhere. */
    private static Details.@Nullable Scoring scoring(Badge badge, Wording wording) {
        List<BigDecimal> needed = badge.rules()
                .flatMap(Meanings::leaves)
                .filter(Scored.class::isInstance)
                .map(scored -> new BigDecimal(((Scored) scored).needed().shown().toPlainString()))
                .distinct()
                .toList();
        String name = wording.of(Phrase.of("element.score"));
        return needed.isEmpty() ? null : new Details.Scoring(name, needed.size() == 1 ? needed.get(0) : null);
    }

    private static Stream<Condition> leaves(Condition condition) {
        return condition.parts().isEmpty()
                ? Stream.of(condition)
                : condition.parts().stream().flatMap(Meanings::leaves);
    }

    private static Achievement.Alignment alignment(Badge.Alignment one) {
        return new Achievement.Alignment(
                one.framework(), one.code(), one.name(), one.url(), one.type(), one.description());
    }

    /** A picture elsewhere; one that is a file's name is drawn until pictures can be uploaded. */
    private static @Nullable URI image(@Nullable String image) {
        return image != null && image.startsWith("https://") ? URI.create(image) : null;
    }
}
