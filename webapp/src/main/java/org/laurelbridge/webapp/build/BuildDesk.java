package org.laurelbridge.webapp.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Teaching;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.award.plan.NotRight;
import org.laurelbridge.bridge.award.plan.Overtaken;
import org.laurelbridge.bridge.award.plan.Plan;
import org.laurelbridge.bridge.award.plan.Planner;
import org.laurelbridge.bridge.award.plan.Planner.Applied;
import org.laurelbridge.bridge.award.plan.Plans;
import org.laurelbridge.bridge.award.plan.Progress;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.lti.Classes.Taught;
import org.laurelbridge.bridge.lti.Workshop;
import org.laurelbridge.bridge.map.CoursePlaces;
import org.laurelbridge.bridge.map.FoundActivities;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.RuleChange;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.run.Run;
import org.laurelbridge.build.Sheet;
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
public record BuildDesk(RuleBook rules, Planner planner, Plans plans, Teaching teaching, Awards awards) {
    private static final String FILE = "rule";
    /** As many are offered, those that were found last. */
    private static final int OFFERED = 200;

    /**
     * What a sheet says.
     *
     * @param text its document
     * @param sentence what it asks for, so far as it is chosen; null when that cannot be said
     */
    record Look(String text, @Nullable String sentence, List<Problem> problems) {}

    /**
     * How a sheet is to be saved.
     *
     * @param visitor who wishes it
     * @param accepted the plan of it that was looked at and is accepted; 0 for none
     */
    record Wish(Visitor visitor, Doer doer, long accepted) {}

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

    /** A sheet that may be put in force, or tried out; or what became of it already. */
    sealed interface Prepared {
        /**
         * A badge among all that is to be in force.
         *
         * @param meant the badge
         * @param document of the badge
         * @param turn of the documents in force that it is put among
         * @param activities that the mapping did not know before, by their titles
         */
        record Ready(Badge meant, String document, long turn, List<RuleText> texts, List<String> activities)
                implements Prepared {
            String badge() {
                return meant.id();
            }
        }

        record Over(Saved saved) implements Prepared {}
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
        RuleReader.Answer answer = new RuleReader(Vocabulary.of(mapping)).read(FILE, text);
        String sentence = SoFar.of(mapping, language, this::title).sentence(sheet, answer);
        return new Look(text, sentence, answer.problems());
    }

    /** What a document asks for, in a language; null when it has mistakes. */
    @Nullable
    String sentence(Ground ground, String document, Locale language) {
        return Sheet.read(FILE, document, new Problems())
                .map(sheet -> look(sheet, unmapped(ground), language).sentence())
                .orElse(null);
    }

    private Mapping words(Sheet sheet, Unmapped unmapped) {
        return unmapped.words(rules.current().mapping(), MappingDraft.of(rules), sheet);
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
        // before anything is read: whatever comes into force after it is noticed when this does
        rules.refresh();
        long turn = rules.current().turn();
        Unmapped unmapped = unmapped(ground);
        String id = sheet.values().getOrDefault("id", "");
        if (changed == null && isTaken(ground, id)) {
            return refused(Saying.of("watching.refused.taken", id));
        }
        if (changed != null
                && !String.valueOf(changed.version()).equals(sheet.values().get("version"))) {
            return new Prepared.Over(new Saved.Overtaken(changed.version()));
        }
        if (!isTrial && changed != null && saysTheSame(sheet, changed)) {
            return new Prepared.Over(new Saved.Done(id));
        }
        String text = applying(sheet, rules.next(id), underway).document();
        RuleReader.Answer answer = new RuleReader(Vocabulary.of(words(sheet, unmapped))).read(FILE, text);
        Taught taught = ground.taught();
        if (answer.badge().isEmpty()) {
            return new Prepared.Over(new Saved.Refused(answer.problems(), null));
        }
        String named = answer.badge().get().id();
        if (!named.equals(id)) {
            return refused(Saying.of("watching.refused.kept", named, id));
        }
        if (taught != null && teaching.reachesBeyond(answer.badge().get(), taught)) {
            return refused(Saying.of("watching.refused.deliver"));
        }
        List<RuleText> texts = new ArrayList<>(rules.export());
        String file = file(id);
        texts.removeIf(one -> one.file().equals(file));
        texts.add(new RuleText(file, text));
        MappingDraft mapping = unmapped.with(MappingDraft.of(rules), sheet);
        if (mapping != null) {
            texts.removeIf(one -> one.file().startsWith("mapping-"));
            texts.add(0, new RuleText(MappingDraft.FILE, mapping.text()));
        }
        return new Prepared.Ready(answer.badge().get(), text, turn, List.copyOf(texts), unmapped.chosen(sheet));
    }

    /** One that waits for an administrator is taken, too. */
    private boolean isTaken(Ground ground, String id) {
        Taught taught = ground.taught();
        boolean isNew = rules.next(id) == 1;
        if (taught == null) {
            return rules.current().find(id).isPresent() || (isNew && waits(id, null));
        }
        return !isNew || waits(id, taught.course());
    }

    /** Whether a plan of another course than this one would put it in force. */
    private boolean waits(String id, @Nullable Course here) {
        return teaching.workshop().plans(id).stream()
                .filter(planned -> here == null || !planned.course().equals(here))
                .flatMap(planned -> plans.find(planned.plan()).stream())
                .anyMatch(planner::isCurrent);
    }

    /** Puts it in force; takes as long as the history is. */
    Saved save(Ground ground, Prepared.Ready ready, Wish wish, Progress progress) {
        try {
            return put(ground, ready, wish, progress);
        } catch (NotRight wrong) {
            return new Saved.Refused(wrong.problems(), null);
        } catch (Overtaken overtaken) {
            return new Saved.Refused(List.of(), Saying.of("watching.refused.meanwhile"));
        }
    }

    /** What became of it in a run; empty when that has not ended well. */
    Optional<Saved> saved(Run run) {
        return Optional.ofNullable(run.outcome())
                .map(SaveJson::read)
                .flatMap(json -> json.saved(run.asked().badge(), plans));
    }

    private Saved put(Ground ground, Prepared.Ready change, Wish wish, Progress progress) {
        Planner planning = planner.by(wish.doer()).against(change.turn()).of(ground.built(change.badge()));
        Why why = beforehand(ground, change, wish.visitor());
        if (why != Why.THEIRS) {
            Plan plan = planning.suggest(change.texts(), progress);
            return waits(ground, change, wish, new Saved.Waits(plan, why, change.activities()));
        }
        if (planning.apply(change.texts(), false, progress) instanceof Applied.Waiting waiting) {
            Why now = why(ground, waiting.plan(), wish.visitor());
            if (now != Why.THEIRS || wish.accepted() != waiting.plan().id()) {
                return waits(ground, change, wish, new Saved.Waits(waiting.plan(), now, change.activities()));
            }
            planning.accept(waiting.plan());
        }
        return new Saved.Done(change.badge());
    }

    private Saved waits(Ground ground, Prepared.Ready change, Wish wish, Saved.Waits waits) {
        Taught taught = ground.taught();
        if (taught != null) {
            teaching.workshop()
                    .by(wish.doer())
                    .plan(new Workshop.Planned(waits.plan().id(), change.badge(), taught.course()));
        }
        return waits;
    }

    /** What an instructor does not do alone, whatever becomes of awards. */
    private Why beforehand(Ground ground, Prepared.Ready change, Visitor visitor) {
        Taught taught = ground.taught();
        if (taught == null) {
            return Why.THEIRS;
        }
        return mayEarn(taught, change.meant(), visitor)
                ? Why.OWN
                : change.activities().isEmpty() ? Why.THEIRS : Why.MAPPING;
    }

    /** Whether who teaches learns there, too, or has done elsewhere something that the badge asks for. */
    private boolean mayEarn(Taught taught, Badge badge, Visitor visitor) {
        return visitor.learner()
                .filter(self -> learns(taught, self)
                        || badge.activities().isEmpty()
                        || !awards.listFacts(self, badge.activities()).isEmpty())
                .isPresent();
    }

    private boolean learns(Taught taught, PersonId self) {
        return teaching.classes().learners(taught.course()).stream()
                .anyMatch(learner -> learner.person().equals(self));
    }

    private boolean mayEarnAny(Taught taught, Plan plan, Visitor visitor) {
        Vocabulary vocabulary = Vocabulary.of(rules.current().mapping());
        return visitor.learner().isPresent()
                && changed(plan, "badge")
                        .flatMap(change -> plan.texts().stream()
                                .filter(text -> text.file().equals("badge-" + change.name() + ".yaml")))
                        .flatMap(text -> new RuleReader(vocabulary).read(text.file(), text.text()).badge().stream())
                        .anyMatch(badge -> mayEarn(taught, badge, visitor));
    }

    private Stream<RuleChange> changed(Plan plan, String kind) {
        return planner.diff(plan.texts()).stream()
                .filter(change -> change.kind().equals(kind) && change.what() != RuleChange.What.UNCHANGED);
    }

    /** Whether a plan that is open may be accepted from a ground. */
    boolean mayAccept(Ground ground, Plan plan, Visitor visitor) {
        Taught taught = ground.taught();
        return taught == null
                || (changed(plan, "mapping").findAny().isEmpty()
                        && !mayEarnAny(taught, plan, visitor)
                        && why(ground, plan, visitor) == Why.THEIRS);
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

    /** Under which name the document of a badge stands among all. */
    static String file(String badge) {
        return "badge-" + badge + ".yaml";
    }

    private static Prepared refused(Saying own) {
        return new Prepared.Over(new Saved.Refused(List.of(), own));
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
