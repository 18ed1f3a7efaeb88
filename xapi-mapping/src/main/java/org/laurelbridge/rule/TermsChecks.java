package org.laurelbridge.rule;

import java.util.Optional;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Problems;
import org.laurelbridge.document.Span;

/** What the terms of a badge may not say together. */
final class TermsChecks {
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
        length.filter(span -> TermsReader.length(renew.opens()).compareTo(TermsReader.length(span)) >= 0)
                .ifPresent(span -> tell("renew", "opens: {before: …} shorter than the " + span + " of valid"));
    }

    private void tell(String key, String expected) {
        fields.node(key).ifPresent(node -> problems.add(node, expected));
    }
}
