package org.laurelbridge.webapp.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Teaching;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.plan.NotRight;
import org.laurelbridge.bridge.award.plan.Overtaken;
import org.laurelbridge.bridge.award.plan.Plan;
import org.laurelbridge.bridge.award.plan.Planner;
import org.laurelbridge.bridge.award.plan.Planner.Applied;
import org.laurelbridge.bridge.award.plan.Progress;
import org.laurelbridge.bridge.lti.Classes.Taught;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.build.Sheet;
import org.laurelbridge.decide.Wording;
import org.laurelbridge.document.Problems;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.RuleReader;
import org.laurelbridge.rule.Vocabulary;
import org.laurelbridge.xapi.Problem;

/** Reads, judges and applies what is built. */
public record BuildDesk(RuleBook rules, Planner planner, Teaching teaching) {
    private static final String FILE = "rule";

    /**
     * What a sheet says.
     *
     * @param text its document
     * @param sentence what it asks for; null when it has mistakes
     */
    record Look(String text, @Nullable String sentence, List<Problem> problems) {}

    /**
     * How a sheet is to be saved.
     *
     * @param accept whether what it does to awards is accepted at once
     */
    record Wish(Doer doer, Underway underway, boolean accept) {}

    /** What became of a sheet that was to be saved. */
    public sealed interface Saved {
        /** It is in force, or was before. */
        record Done(String badge) implements Saved {}

        /**
         * It touches awards: a person has to accept that.
         *
         * @param mayAccept whether they may who saved it; else it is for an administrator
         */
        record Waits(Plan plan, boolean mayAccept) implements Saved {}

        record Refused(List<Problem> problems) implements Saved {}
    }

    /** The badge in force; empty when there is none, or it is no business of this ground. */
    Optional<Badge> find(Ground ground, String id) {
        Taught taught = ground.taught();
        return rules.current()
                .find(id)
                .filter(badge -> taught == null || teaching.badges(taught).contains(id));
    }

    /** Whether what is built there may be put in force. */
    boolean mayChange(Ground ground, Badge badge) {
        Taught taught = ground.taught();
        return taught == null || teaching.isOwn(badge, taught);
    }

    static Sheet sheet(Badge badge) {
        return Sheet.read(badge.id(), badge.source(), new Problems()).orElseThrow();
    }

    List<Badge> badges() {
        return rules.current().badges().stream()
                .sorted(Comparator.comparing((Badge badge) -> badge.title().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** What it says in a language. */
    Look look(Sheet sheet, Locale language) {
        return look(sheet.document(), language);
    }

    private Look look(String text, Locale language) {
        RuleReader.Answer answer = new RuleReader(Vocabulary.of(rules.current().mapping())).read(FILE, text);
        String sentence = answer.badge()
                .map(badge ->
                        new Wording(language, badge.zone(), rules.current()::title, this::title).sentence(badge.when()))
                .orElse(null);
        return new Look(text, sentence, answer.problems());
    }

    private String title(String badge) {
        return rules.current().find(badge).map(Badge::title).orElse(badge);
    }

    /**
     * Puts a sheet in force, with the next version of its badge.
     *
     * @param changed the badge in force that it is made from; null for a new one
     */
    Saved save(Ground ground, Sheet sheet, @Nullable Badge changed, Wish wish) {
        String id = sheet.values().getOrDefault("id", "");
        boolean isTaken = ground.taught() == null ? rules.current().find(id).isPresent() : rules.next(id) > 1;
        if (changed == null && isTaken) {
            return refused("the id \"" + id + "\", which another badge has", "an id that no badge has yet");
        }
        if (changed != null && saysTheSame(sheet, changed)) {
            return new Saved.Done(id);
        }
        String text = applying(sheet, rules.next(id), wish.underway()).document();
        RuleReader.Answer answer = new RuleReader(Vocabulary.of(rules.current().mapping())).read(FILE, text);
        Taught taught = ground.taught();
        if (answer.badge().isEmpty()) {
            return new Saved.Refused(answer.problems());
        }
        String named = answer.badge().get().id();
        if (!named.equals(id)) {
            return refused("the id \"" + named + "\" in what is kept", "the id of the form alone, \"" + id + "\"");
        }
        if (taught != null && teaching.reachesBeyond(answer.badge().get(), taught)) {
            return refused("a grade for another course", "deliver: to this course alone");
        }
        return apply(ground, id, text, wish);
    }

    private Saved apply(Ground ground, String id, String text, Wish wish) {
        List<RuleText> texts = new ArrayList<>(rules.export());
        String file = "badge-" + id + ".yaml";
        texts.removeIf(one -> one.file().equals(file));
        texts.add(new RuleText(file, text));
        try {
            return put(ground, id, texts, wish);
        } catch (NotRight wrong) {
            return new Saved.Refused(wrong.problems());
        } catch (Overtaken overtaken) {
            return refused("other rules, which came into force meanwhile", "the same once more");
        }
    }

    private Saved put(Ground ground, String id, List<RuleText> texts, Wish wish) {
        Planner planning = planner.by(wish.doer());
        if (planning.apply(texts, false, Progress.NONE) instanceof Applied.Waiting waiting) {
            boolean mayAccept = mayAccept(ground, waiting.plan());
            if (!mayAccept || !wish.accept()) {
                return new Saved.Waits(waiting.plan(), mayAccept);
            }
            planning.accept(waiting.plan());
        }
        Taught taught = ground.taught();
        if (taught != null) {
            teaching.workshop().by(wish.doer()).give(id, taught.course());
        }
        return new Saved.Done(id);
    }

    /** An instructor gives and takes away no awards of other courses' badges, which may ask for this one. */
    private boolean mayAccept(Ground ground, Plan plan) {
        return ground.taught() == null
                || planner.touched(plan).stream()
                        .allMatch(id -> rules.current()
                                .find(id)
                                .filter(badge -> mayChange(ground, badge))
                                .isPresent());
    }

    private static Saved refused(String found, String expected) {
        return new Saved.Refused(List.of(new Problem("", found, expected, "")));
    }

    private static boolean saysTheSame(Sheet sheet, Badge badge) {
        String version = String.valueOf(badge.version());
        return sheet.with("version", version).document().equals(sheet(badge).document());
    }

    /** Whom a version applies to is said of that version alone. */
    private static Sheet applying(Sheet sheet, int version, Underway underway) {
        Sheet next = sheet.with("version", String.valueOf(version));
        return underway.applies(version)
                .map(applies -> next.saying("applies", applies))
                .orElseGet(() -> next.without("applies"));
    }
}
