package org.laurelbridge.decide;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.rule.Condition;
import org.laurelbridge.rule.FactCondition;
import org.laurelbridge.rule.Finding;
import org.laurelbridge.rule.LeftOut;
import org.laurelbridge.rule.Phrase;
import org.laurelbridge.rule.Status;
import org.laurelbridge.rule.Truth;
import org.laurelbridge.words.Catalog;
import org.laurelbridge.words.Dates;

/**
 * Says phrases in one language. The words are in {@code wording*.properties} beside this class: a new language is a new file.
 */
public final class Wording {
    private final Catalog words;
    private final Dates dates;
    private final UnaryOperator<String> titles;
    private final UnaryOperator<String> badges;
    private final Map<String, Phrase> named;

    /**
     * @param language English where there is no file for it; of a country, days are told as they are written there, else as programs
     *     read them (ISO 8601)
     * @param zone in which days are told
     * @param titles from an activity's label to what people call it
     */
    public Wording(Locale language, ZoneId zone, UnaryOperator<String> titles) {
        this(language, zone, titles, UnaryOperator.identity());
    }

    /**
     * As above.
     *
     * @param badges from a badge's id to its title
     */
    public Wording(Locale language, ZoneId zone, UnaryOperator<String> titles, UnaryOperator<String> badges) {
        this(
                Catalog.of("org.laurelbridge.decide.wording", language),
                new Dates(language, zone),
                titles,
                badges,
                Map.of());
    }

    private Wording(
            Catalog words,
            Dates dates,
            UnaryOperator<String> titles,
            UnaryOperator<String> badges,
            Map<String, Phrase> named) {
        this.words = words;
        this.dates = dates;
        this.titles = titles;
        this.badges = badges;
        this.named = named;
    }

    /** The same for what is said of these rules: a condition that others come after is told by what it asks for, not by its name. */
    Wording knowing(Stream<Condition> rules) {
        Map<String, Phrase> known = new HashMap<>();
        rules.flatMap(Condition::everything)
                .filter(condition -> condition.as() != null)
                .forEach(condition -> known.putIfAbsent(String.valueOf(condition.as()), plain(condition)));
        return known.isEmpty() ? this : new Wording(words, dates, titles, badges, known);
    }

    /** Without what narrows it, which may name others. */
    private static Phrase plain(Condition condition) {
        return condition instanceof FactCondition fact ? fact.plainInstruction() : condition.instruction();
    }

    /** A phrase as it stands inside a sentence. */
    public String of(Phrase phrase) {
        Object[] arguments = phrase.arguments().stream().map(this::argument).toArray();
        return words.say(phrase.key(), arguments);
    }

    /** What a rule asks for: "Score at least 80 % on Kubernetes quiz (best attempt)." */
    public String sentence(Condition condition) {
        return asSentence(knowing(Stream.of(condition)).of(condition.instruction()));
    }

    /** What it asks for, how that stands, what it rests on that is not kept any more, and what does not count for it. */
    String sentence(Finding finding, List<LeftOut> leftOut, List<Explanation.Gone> gone) {
        Phrase state = state(finding.status());
        Phrase line = Phrase.of("line", finding.condition().instruction(), gone.isEmpty() ? state : gone(state, gone));
        if (leftOut.isEmpty()) {
            return asSentence(of(line));
        }
        String reasons = leftOut.stream()
                .map(one -> of(Phrase.of("leftOut.statement", one.reason(), new Phrase.Activity(one.activity()))))
                .collect(Collectors.joining(words.say("list.separator")));
        return asSentence(of(Phrase.of("leftOut", line, reasons)));
    }

    /** The same, without the parts of a combination, which stand below it: counted as {@link Ahead} counts, so that the counts add up. */
    String outlined(Finding finding, List<LeftOut> leftOut, List<Explanation.Gone> gone) {
        Phrase instruction = finding.condition().instruction();
        String heading = instruction.key().replaceFirst("^do\\.", "heading.");
        return finding.parts().isEmpty() || !words.has(heading)
                ? sentence(finding, leftOut, gone)
                : asSentence(of(Phrase.of(
                        "line",
                        new Phrase(heading, instruction.arguments()),
                        Ahead.parts(finding).orElseGet(() -> state(finding.status())))));
    }

    private static Phrase gone(Phrase state, List<Explanation.Gone> gone) {
        return Phrase.of(
                "gone",
                state,
                new Phrase.Several(
                        gone.stream().map(Explanation.Gone::words).distinct().toList()));
    }

    /** How it stands. */
    private Phrase state(Status status) {
        if (status instanceof Status.Met met) {
            return met.at() == null ? Phrase.of("state.met") : Phrase.of("state.metOn", met.at());
        }
        if (status instanceof Status.Impossible impossible) {
            return impossible.progress() == null
                    ? Phrase.of("state.impossible", impossible.reason())
                    : Phrase.of("state.impossibleNow", impossible.progress(), impossible.reason());
        }
        if (status instanceof Status.Open open) {
            return open.progress();
        }
        return Phrase.of("state.unknown", ((Status.Unknown) status).reason());
    }

    private String argument(Object argument) {
        if (argument instanceof Phrase phrase) {
            return of(phrase);
        }
        if (argument instanceof Phrase.Activity activity) {
            return titles.apply(activity.label());
        }
        if (argument instanceof Phrase.Kinds kinds) {
            return kinds.kinds().stream().map(this::kind).collect(Collectors.joining("/"));
        }
        if (argument instanceof Phrase.Named condition) {
            Phrase asked = named.get(condition.name());
            return asked == null ? condition.name() : words.say("named", of(asked));
        }
        if (argument instanceof Phrase.OtherBadge badge) {
            return badges.apply(badge.id());
        }
        if (argument instanceof Phrase.Several several) {
            return several.phrases().stream().map(this::of).collect(Collectors.joining(", "));
        }
        if (argument instanceof Phrase.Listed listed) {
            return listed.conditions().stream()
                    .map(this::listed)
                    .collect(Collectors.joining(words.say("list.separator")));
        }
        if (argument instanceof Instant moment) {
            return dates.day(moment);
        }
        if (argument instanceof Phrase.Minute minute) {
            return dates.minute(minute.moment());
        }
        return argument.toString();
    }

    /** What happened, as "completed"; as statements name it where there is no word for it. */
    public String kind(Kind kind) {
        return Kind.CANONICAL.contains(kind) ? words.say("kind." + kind.name()) : kind.name();
    }

    /** A list inside a list stands in brackets. */
    private String listed(Condition condition) {
        String instruction = of(condition.instruction());
        return condition.parts().isEmpty() ? instruction : "(" + instruction + ")";
    }

    private String asSentence(String text) {
        return text.substring(0, 1).toUpperCase(words.locale()) + text.substring(1) + ".";
    }

    /** As the API names it. */
    static String word(Truth truth) {
        return truth.name().toLowerCase(Locale.ROOT);
    }
}
