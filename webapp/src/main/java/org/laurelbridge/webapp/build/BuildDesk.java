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
import org.laurelbridge.bridge.award.plan.Plans;
import org.laurelbridge.bridge.award.plan.Progress;
import org.laurelbridge.bridge.lti.Classes.Taught;
import org.laurelbridge.bridge.lti.Workshop;
import org.laurelbridge.bridge.lti.run.Run;
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
public record BuildDesk(RuleBook rules, Planner planner, Plans plans, Teaching teaching) {
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
    record Wish(Doer doer, boolean accept) {}

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

    /** A sheet that may be put in force, or tried out; or what became of it already. */
    sealed interface Prepared {
        /** @param texts all documents, this one among them */
        record Ready(String id, String document, List<RuleText> texts) implements Prepared {}

        record Over(Saved saved) implements Prepared {}
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

    /** What a document asks for, in a language; null when it has mistakes. */
    @Nullable
    String sentence(String document, Locale language) {
        return look(document, language).sentence();
    }

    private String title(String badge) {
        return rules.current().find(badge).map(Badge::title).orElse(badge);
    }

    /**
     * Looks whether a sheet may be put in force, with the next version of its badge.
     *
     * @param changed the badge in force that it is made from; null for a new one
     * @param isTrial whether it matters, too, when it says the same as the one in force
     */
    Prepared prepare(Ground ground, Sheet sheet, @Nullable Badge changed, Underway underway, boolean isTrial) {
        String id = sheet.values().getOrDefault("id", "");
        boolean isTaken = ground.taught() == null ? rules.current().find(id).isPresent() : rules.next(id) > 1;
        if (changed == null && isTaken) {
            return refused("the id \"" + id + "\", which another badge has", "an id that no badge has yet");
        }
        if (!isTrial && changed != null && saysTheSame(sheet, changed)) {
            return new Prepared.Over(new Saved.Done(id));
        }
        String text = applying(sheet, rules.next(id), underway).document();
        RuleReader.Answer answer = new RuleReader(Vocabulary.of(rules.current().mapping())).read(FILE, text);
        Taught taught = ground.taught();
        if (answer.badge().isEmpty()) {
            return new Prepared.Over(new Saved.Refused(answer.problems()));
        }
        String named = answer.badge().get().id();
        if (!named.equals(id)) {
            return refused("the id \"" + named + "\" in what is kept", "the id of the form alone, \"" + id + "\"");
        }
        if (taught != null && teaching.reachesBeyond(answer.badge().get(), taught)) {
            return refused("a grade for another course", "deliver: to this course alone");
        }
        return new Prepared.Ready(id, text, with(id, text));
    }

    /** All documents in force, with another one of a badge. */
    private List<RuleText> with(String id, String text) {
        List<RuleText> texts = new ArrayList<>(rules.export());
        String file = "badge-" + id + ".yaml";
        texts.removeIf(one -> one.file().equals(file));
        texts.add(new RuleText(file, text));
        return List.copyOf(texts);
    }

    /** Puts it in force; takes as long as the history is. */
    Saved save(Ground ground, Prepared.Ready ready, Wish wish, Progress progress) {
        try {
            return put(ground, ready, wish, progress);
        } catch (NotRight wrong) {
            return new Saved.Refused(wrong.problems());
        } catch (Overtaken overtaken) {
            return new Saved.Refused(
                    problem("other rules, which came into force meanwhile", "the same once more"));
        }
    }

    /** What became of it in a run; empty when that has not ended well. */
    Optional<Saved> saved(Ground ground, Run run) {
        String outcome = run.outcome();
        if (outcome == null) {
            return Optional.empty();
        }
        SaveJson json = SaveJson.read(outcome);
        if (json.plan() == 0) {
            return Optional.of(
                    json.isDone() ? new Saved.Done(run.asked().badge()) : new Saved.Refused(json.problems()));
        }
        return plans.find(json.plan()).map(plan -> new Saved.Waits(plan, mayAccept(ground, plan)));
    }

    private Saved put(Ground ground, Prepared.Ready ready, Wish wish, Progress progress) {
        Planner planning = planner.by(wish.doer());
        Taught taught = ground.taught();
        Workshop workshop = teaching.workshop().by(wish.doer());
        if (planning.apply(ready.texts(), false, progress) instanceof Applied.Waiting waiting) {
            boolean mayAccept = mayAccept(ground, waiting.plan());
            if (!mayAccept || !wish.accept()) {
                if (taught != null) {
                    workshop.plan(new Workshop.Planned(waiting.plan().id(), ready.id(), taught.course()));
                }
                return new Saved.Waits(waiting.plan(), mayAccept);
            }
            planning.accept(waiting.plan());
        }
        if (taught != null) {
            workshop.give(ready.id(), taught.course());
        }
        return new Saved.Done(ready.id());
    }

    /** An instructor gives and takes away no awards of other courses' badges, which may ask for this one. */
    boolean mayAccept(Ground ground, Plan plan) {
        return ground.taught() == null
                || planner.touched(plan).stream()
                        .allMatch(id -> rules.current()
                                .find(id)
                                .filter(badge -> mayChange(ground, badge))
                                .isPresent());
    }

    private static Prepared refused(String found, String expected) {
        return new Prepared.Over(new Saved.Refused(problem(found, expected)));
    }

    private static List<Problem> problem(String found, String expected) {
        return List.of(new Problem("", found, expected, ""));
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
