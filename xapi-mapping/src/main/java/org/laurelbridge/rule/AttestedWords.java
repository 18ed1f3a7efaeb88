package org.laurelbridge.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an attested condition asks for, in words. */
final class AttestedWords {
    private AttestedWords() {}

    static Phrase instruction(Attested condition) {
        String subject = condition.subjects().get(0);
        return switch (condition.topic()) {
            case HOLDS -> holds(condition);
            case MEMBER -> Phrase.of("do.member", subject);
            case ENROLLED -> Phrase.of("do.enrolled", subject);
            case PROFILE -> Phrase.of("do.profile", subject, text(condition.value()));
            case COMPETENCY ->
                condition.value() == null
                        ? Phrase.of("do.competency", subject)
                        : Phrase.of("do.competencyLevel", subject, text(condition.value()));
            case APPROVED -> approved(condition);
            case EVIDENCE ->
                condition.value() == null
                        ? Phrase.of("do.evidence", count(condition))
                        : Phrase.of("do.evidenceKind", count(condition), text(condition.value()));
        };
    }

    private static Phrase holds(Attested condition) {
        List<Phrase> badges = condition.subjects().stream()
                .map(badge -> Phrase.of("plain", new Phrase.OtherBadge(badge)))
                .toList();
        Phrase those = badges.size() == 1
                ? Phrase.of("do.holds", badges.get(0))
                : condition.needed() == badges.size()
                        ? Phrase.of("do.holdsAll", new Phrase.Several(badges))
                        : Phrase.of("do.holdsOf", count(condition), new Phrase.Several(badges));
        if (condition.lasting().ever()) {
            return Phrase.of("do.narrowed", those, Phrase.of("only.everHeld"));
        }
        return condition.lasting().atLeast() == null
                ? those
                : Phrase.of(
                        "do.narrowed",
                        those,
                        Phrase.of("only.heldFor", condition.lasting().atLeast()));
    }

    private static Phrase approved(Attested condition) {
        Phrase by = condition.needed() == 1
                ? Phrase.of("do.approved", text(condition.value()))
                : Phrase.of("do.approvedBy", count(condition), text(condition.value()));
        return condition.detail() == null
                ? by
                : Phrase.of("do.narrowed", by, Phrase.of("only.rubric", text(condition.detail())));
    }

    private static String count(Attested condition) {
        return String.valueOf(condition.needed());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
