package org.laurelbridge.rule;

import java.time.Duration;
import java.util.Optional;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Problems;
import org.laurelbridge.document.Span;

/** What the terms of a badge may not say together. */
final class TermsChecks {
    private static final Duration CLOCK_CHANGE = Duration.ofHours(1);

    private final Fields fields;
    private final Problems problems;

    /** @param fields of the badge */
    TermsChecks(Fields fields, Problems problems) {
        this.fields = fields;
        this.problems = problems;
    }

    void check(Terms terms) {
        Optional<Span> length =
                Optional.ofNullable(terms.valid()).flatMap(valid -> Optional.ofNullable(valid.length()));
        if (terms.valid() == null && !terms.remind().isEmpty()) {
            tell("remind", "valid: {for: …} or valid: {until: …} beside it: what never expires needs no reminder");
        }
        if (length.isPresent()
                && terms.remind().stream().anyMatch(span -> longest(span).compareTo(shortest(length.get())) >= 0)) {
            tell("remind", "times shorter than the " + length.get() + " of valid");
        }
        if (terms.valid() != null && length.isEmpty() && terms.repeats()) {
            tell("repeat", "valid: {for: …} beside it: every cycle would end on the same day");
        }
        Renewal renew = terms.renew();
        if (renew == null) {
            return;
        }
        if (length.isEmpty()) {
            tell("renew", "valid: {for: …} beside it: what does not expire is not renewed");
        }
        if (!terms.repeats()) {
            tell("renew", "repeat: cycles beside it: every renewal is a new cycle");
        }
        length.filter(span -> longest(renew.opens()).compareTo(shortest(span)) >= 0)
                .ifPresent(span -> tell("renew", "opens: {before: …} shorter than the " + span + " of valid"));
    }

    /** Or else an award could be renewed at the moment it is earned, again and again. */
    private static Duration shortest(Span span) {
        return days(span, 28, 365).minus(CLOCK_CHANGE);
    }

    private static Duration longest(Span span) {
        return days(span, 31, 366).plus(CLOCK_CHANGE);
    }

    private static Duration days(Span span, int ofMonth, int ofYear) {
        return switch (span.unit()) {
            case MONTHS -> Duration.ofDays(ofMonth * span.amount());
            case YEARS -> Duration.ofDays(ofYear * span.amount());
            default -> TermsReader.length(span);
        };
    }

    private void tell(String key, String expected) {
        fields.node(key).ifPresent(node -> problems.add(node, expected));
    }
}
