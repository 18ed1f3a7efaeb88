package org.laurelbridge.bridge;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.decide.Wording;
import org.laurelbridge.document.Span;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Phrase;
import org.laurelbridge.rule.Renewal;
import org.laurelbridge.rule.Rigour;
import org.laurelbridge.rule.Validity;

/** Says what stands behind a badge and for how long, in the badge's language. */
final class TermsWords {
    private final Wording wording;
    private final Locale language;

    private TermsWords(Wording wording, Locale language) {
        this.wording = wording;
        this.language = language;
    }

    /** How it was assessed, and how long it is valid; empty where nothing is said. */
    static List<String> of(Badge badge, Wording wording, Locale language) {
        TermsWords words = new TermsWords(wording, language);
        List<String> sentences = new ArrayList<>();
        if (badge.rigour() != null) {
            sentences.add(words.rigour(badge.rigour()));
        }
        if (badge.terms().valid() != null) {
            sentences.add(words.validity(badge.terms().valid())
                    + words.renewal(badge.terms().renew()) + ".");
        }
        sentences.removeIf(String::isEmpty);
        return sentences;
    }

    /** As {@code Assessed by exam, proctored.} */
    private String rigour(Rigour rigour) {
        List<String> parts = new ArrayList<>();
        if (rigour.assessment() != null) {
            parts.add(say("terms.assessed", rigour.assessment()));
        }
        if (rigour.proctored() != null) {
            parts.add(say(rigour.proctored() ? "terms.proctored" : "terms.notProctored"));
        }
        String sentence = String.join(", ", parts);
        return sentence.isEmpty() ? "" : sentence.substring(0, 1).toUpperCase(language) + sentence.substring(1) + ".";
    }

    /** As {@code Valid for 1 year}. */
    private String validity(Validity valid) {
        LocalDate until = valid.until();
        return until == null
                ? say("terms.validFor", length(Objects.requireNonNull(valid.length())))
                : say("terms.validUntil", day(until));
    }

    /** As {@code , can be renewed from 60 days before to 30 days after}. */
    private String renewal(@Nullable Renewal renew) {
        if (renew == null) {
            return "";
        }
        String opens = renew.opens().isZero() ? say("terms.end") : say("terms.before", length(renew.opens()));
        return renew.closes().isZero()
                ? say("terms.renewed", opens)
                : say("terms.renewedTo", opens, length(renew.closes()));
    }

    /** As {@code 1 year}. */
    private String length(Span span) {
        String unit = span.unit().name().toLowerCase(Locale.ROOT);
        return say(span.amount() == 1 ? "span.one." + unit : "span." + unit, span.amount());
    }

    private String day(LocalDate day) {
        Locale country = language.getLanguage().equals("en") ? Locale.UK : language;
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(country)
                .format(day);
    }

    private String say(String key, Object... arguments) {
        return wording.of(Phrase.of(key, arguments));
    }
}
