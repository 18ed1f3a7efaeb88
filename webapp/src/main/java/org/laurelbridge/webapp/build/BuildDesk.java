package org.laurelbridge.webapp.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.lti.Classes.Taught;
import org.laurelbridge.bridge.map.CoursePlaces;
import org.laurelbridge.bridge.map.FoundActivities;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.build.Sheet;
import org.laurelbridge.decide.Wording;
import org.laurelbridge.document.Problems;
import org.laurelbridge.mapping.Mapping;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.RuleReader;
import org.laurelbridge.rule.Vocabulary;
import org.laurelbridge.webapp.admin.MappingDraft;
import org.laurelbridge.webapp.session.Visitor;
import org.laurelbridge.webapp.words.Saying;
import org.laurelbridge.xapi.Problem;

/** Reads, judges and applies what is built. */
public record BuildDesk(RuleBook rules, Planner planner, Teaching teaching) {
    private static final String FILE = "rule";
    /** As many are offered, those that were found last. */
    private static final int OFFERED = 200;

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
     * @param visitor who wishes it
     * @param accept whether what it does to awards is accepted at once
     */
    record Wish(Visitor visitor, Doer doer, Underway underway, boolean accept) {}

    /** Why a person has to accept it. */
    public enum Why {
        /** It touches awards of their own course alone. */
        THEIRS,
        /** It touches awards of other courses, too: it is for an administrator. */
        OTHERS,
        /** It changes the mapping, which is everybody's: it is for an administrator. */
        MAPPING,
        /** Who saved it could earn the badge, or has it: it is for an administrator. */
        OWN
    }

    /** What became of a sheet that was to be saved. */
    public sealed interface Saved {
        /** It is in force, or was before. */
        record Done(String badge) implements Saved {}

        /**
         * It touches awards: a person has to accept that.
         *
         * @param why for whom; who saved it may accept it with {@link Why#THEIRS} alone
         * @param activities that the mapping would know with it, by their titles
         */
        record Waits(Plan plan, Why why, List<String> activities) implements Saved {
            public boolean mayAccept() {
                return why == Why.THEIRS;
            }
        }

        /**
         * It cannot be in force so.
         *
         * @param problems with the document
         * @param own what the builder itself has against it; null for nothing
         */
        record Refused(List<Problem> problems, @Nullable Saying own) implements Saved {}

        /** Another version came into force since the form was opened: nothing was saved. */
        record Overtaken(int version) implements Saved {}
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

    /** Those that can be chosen beside the mapping's. */
    Unmapped unmapped(Ground ground) {
        Taught taught = ground.taught();
        List<String> places = taught == null
                ? List.of(FoundActivities.EVERYWHERE)
                : CoursePlaces.all(
                        taught.course().system(),
                        taught.course().id(),
                        taught.subject().orElse(null));
        return Unmapped.of(rules.current().mapping(), teaching.found().list(places, OFFERED));
    }

    /** What it says in a language. */
    Look look(Sheet sheet, Unmapped unmapped, Locale language) {
        String text = sheet.document();
        Mapping mapping = words(sheet, unmapped);
        Map<String, String> titles = mapping.activities();
        RuleReader.Answer answer = new RuleReader(Vocabulary.of(mapping)).read(FILE, text);
        String sentence = answer.badge()
                .map(badge -> new Wording(
                                language, badge.zone(), label -> titles.getOrDefault(label, label), this::title)
                        .sentence(badge.when()))
                .orElse(null);
        return new Look(text, sentence, answer.problems());
    }

    private Mapping words(Sheet sheet, Unmapped unmapped) {
        return unmapped.words(rules.current().mapping(), MappingDraft.of(rules), sheet);
    }

    private String title(String badge) {
        return rules.current().find(badge).map(Badge::title).orElse(badge);
    }

    /**
     * Puts a sheet in force, with the next version of its badge.
     *
     * @param changed the badge in force that it is made from; null for a new one
     */
    Saved save(Ground ground, Sheet sheet, Unmapped unmapped, @Nullable Badge changed, Wish wish) {
        String id = sheet.values().getOrDefault("id", "");
        if (changed == null && isTaken(ground, id)) {
            return refused(Saying.of("watching.refused.taken", id));
        }
        if (changed != null && !String.valueOf(changed.version()).equals(sheet.values().get("version"))) {
            return new Saved.Overtaken(changed.version());
        }
        if (changed != null && saysTheSame(sheet, changed)) {
            return new Saved.Done(id);
        }
        String text = applying(sheet, rules.next(id), wish.underway()).document();
        RuleReader.Answer answer = new RuleReader(Vocabulary.of(words(sheet, unmapped))).read(FILE, text);
        Taught taught = ground.taught();
        if (answer.badge().isEmpty()) {
            return new Saved.Refused(answer.problems(), null);
        }
        String named = answer.badge().get().id();
        if (!named.equals(id)) {
            return refused(Saying.of("watching.refused.kept", named, id));
        }
        if (taught != null && teaching.reachesBeyond(answer.badge().get(), taught)) {
            return refused(Saying.of("watching.refused.deliver"));
        }
        List<RuleText> texts = new ArrayList<>(rules.export());
        String file = "badge-" + id + ".yaml";
        texts.removeIf(one -> one.file().equals(file));
        texts.add(new RuleText(file, text));
        MappingDraft mapping = unmapped.with(MappingDraft.of(rules), sheet);
        if (mapping != null) {
            texts.removeIf(one -> one.file().startsWith("mapping-"));
            texts.add(0, new RuleText(MappingDraft.FILE, mapping.text()));
        }
        return apply(ground, new Change(id, texts, unmapped.chosen(sheet)), wish);
    }

    /** One that waits for an administrator is taken, too. */
    private boolean isTaken(Ground ground, String id) {
        Taught taught = ground.taught();
        boolean isNew = rules.next(id) == 1;
        Optional<Course> owner = isNew ? teaching.workshop().course(id) : Optional.empty();
        return taught == null
                ? rules.current().find(id).isPresent() || owner.isPresent()
                : !isNew || owner.filter(course -> !course.equals(taught.course())).isPresent();
    }

    /**
     * A badge among all that is to be in force.
     *
     * @param activities that the mapping did not know before, by their titles
     */
    private record Change(String badge, List<RuleText> texts, List<String> activities) {}

    private Saved apply(Ground ground, Change change, Wish wish) {
        try {
            return put(ground, change, wish);
        } catch (NotRight wrong) {
            return new Saved.Refused(wrong.problems(), null);
        } catch (Overtaken overtaken) {
            return refused(Saying.of("watching.refused.meanwhile"));
        }
    }

    private Saved put(Ground ground, Change change, Wish wish) {
        Planner planning = planner.by(wish.doer());
        Why why = beforehand(ground, change, wish.visitor());
        if (why != Why.THEIRS) {
            Plan plan = planning.suggest(change.texts(), Progress.NONE);
            give(ground, change.badge(), wish);
            return new Saved.Waits(plan, why, change.activities());
        }
        if (planning.apply(change.texts(), false, Progress.NONE) instanceof Applied.Waiting waiting) {
            Why now = why(ground, waiting.plan(), wish.visitor());
            if (now != Why.THEIRS || !wish.accept()) {
                return new Saved.Waits(waiting.plan(), now, change.activities());
            }
            planning.accept(waiting.plan());
        }
        give(ground, change.badge(), wish);
        return new Saved.Done(change.badge());
    }

    private void give(Ground ground, String badge, Wish wish) {
        Taught taught = ground.taught();
        if (taught != null) {
            teaching.workshop().by(wish.doer()).give(badge, taught.course());
        }
    }

    /** What an instructor does not do alone, whatever becomes of awards. */
    private Why beforehand(Ground ground, Change change, Visitor visitor) {
        Taught taught = ground.taught();
        if (taught == null) {
            return Why.THEIRS;
        }
        boolean learnsHere = visitor.learner().isPresent()
                && teaching.classes().learners(taught.course()).stream()
                        .anyMatch(learner -> visitor.isLearner(learner.person()));
        return learnsHere ? Why.OWN : change.activities().isEmpty() ? Why.THEIRS : Why.MAPPING;
    }

    /** An instructor gives and takes away no awards of other courses' badges, which may ask for this one, nor their own. */
    private Why why(Ground ground, Plan plan, Visitor visitor) {
        if (ground.taught() == null) {
            return Why.THEIRS;
        }
        if (visitor.learner().filter(self -> planner.touches(plan, self)).isPresent()) {
            return Why.OWN;
        }
        boolean isTheirs = planner.touched(plan).stream()
                .allMatch(id -> rules.current()
                        .find(id)
                        .filter(badge -> mayChange(ground, badge))
                        .isPresent());
        return isTheirs ? Why.THEIRS : Why.OTHERS;
    }

    private static Saved refused(Saying own) {
        return new Saved.Refused(List.of(), own);
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
