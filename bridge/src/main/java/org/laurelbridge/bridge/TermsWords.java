package org.laurelbridge.bridge;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.document.Span;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Renewal;
import org.laurelbridge.rule.Rigour;
import org.laurelbridge.rule.Validity;

/** Says in English what stands behind a badge and for how long. */
final class TermsWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private TermsWords() {}

    /** How it was assessed, and how long it is valid; empty where nothing is said. */
    static List<String> of(Badge badge) {
        List<String> sentences = new ArrayList<>();
        if (badge.rigour() != null) {
            sentences.add(rigour(badge.rigour()));
        }
        if (badge.terms().valid() != null) {
            sentences.add(
                    validity(badge.terms().valid()) + renewal(badge.terms().renew()) + ".");
        }
        sentences.removeIf(String::isEmpty);
        return sentences;
    }

    /** As {@code Assessed by exam, proctored.} */
    private static String rigour(Rigour rigour) {
        List<String> parts = new ArrayList<>();
        if (rigour.assessment() != null) {
            parts.add("assessed by " + rigour.assessment());
        }
        if (rigour.proctored() != null) {
            parts.add(rigour.proctored() ? "proctored" : "not proctored");
        }
        String sentence = String.join(", ", parts);
        return sentence.isEmpty()
                ? ""
                : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1) + ".";
    }

    /** As {@code Valid for 1 year}. */
    private static String validity(Validity valid) {
        LocalDate until = valid.until();
        return until == null
                ? "Valid for " + length(Objects.requireNonNull(valid.length()))
                : "Valid until " + DAY.format(until);
    }

    /** As {@code , can be renewed from 60 days before to 30 days after}. */
    private static String renewal(@Nullable Renewal renew) {
        if (renew == null) {
            return "";
        }
        String opens = renew.opens().isZero() ? "its end" : length(renew.opens()) + " before";
        return ", can be renewed from " + opens
                + (renew.closes().isZero() ? "" : " to " + length(renew.closes()) + " after");
    }

    /** As {@code 1 year}. */
    private static String length(Span span) {
        String unit = span.unit().name().toLowerCase(Locale.ROOT);
        return span.amount() + " " + (span.amount() == 1 ? unit.substring(0, unit.length() - 1) : unit);
    }
}
