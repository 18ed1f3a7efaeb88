package org.laurelbridge.webapp.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.plan.NotRight;
import org.laurelbridge.bridge.award.plan.Overtaken;
import org.laurelbridge.bridge.award.plan.Planner;
import org.laurelbridge.bridge.award.plan.Progress;
import org.laurelbridge.bridge.lti.Classes.Taught;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.build.Sheet;
import org.laurelbridge.document.Problems;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.build.BuildDesk.Saved;
import org.laurelbridge.webapp.words.Saying;

/**
 * Badges that were taken out of force: nobody gets them any more, who has one keeps it. Its next version puts one in force again.
 */
record SwitchedOff(BuildDesk desk) {

    /** Takes a badge out of force. It stays the course's. */
    Saved off(Ground ground, Badge badge, Doer doer) {
        Taught taught = ground.taught();
        if (taught != null) {
            desk.teaching().workshop().by(doer).give(badge.id(), taught.course());
        }
        desk.rules().refresh();
        long turn = desk.rules().current().turn();
        List<RuleText> texts = new ArrayList<>(desk.rules().export());
        texts.removeIf(one -> one.file().equals(BuildDesk.file(badge.id())));
        try {
            boolean isOff = desk.planner().by(doer).against(turn).apply(texts, false, Progress.NONE)
                    instanceof Planner.Applied.InForce;
            return isOff ? new Saved.Done(badge.id()) : refused();
        } catch (NotRight wrong) {
            return new Saved.Refused(wrong.problems(), Saying.of("planning.off.asked"));
        } catch (Overtaken overtaken) {
            return new Saved.Refused(List.of(), Saying.of("watching.refused.meanwhile"));
        }
    }

    private static Saved refused() {
        return new Saved.Refused(List.of(), Saying.of("planning.off.asked"));
    }

    /** As it was last in force; empty for what is in force, was never, or is no business of this ground. */
    Optional<Sheet> find(Ground ground, String badge) {
        return isOff(ground, badge)
                ? desk.rules().last(badge).flatMap(text -> Sheet.read(text.file(), text.text(), new Problems()))
                : Optional.empty();
    }

    /** Those of a course. */
    Stream<BuilderView.Other> list(Ground ground) {
        Taught taught = ground.taught();
        return taught == null
                ? Stream.empty()
                : desk.teaching().workshop().badges(taught.course()).stream()
                        .sorted()
                        .flatMap(badge -> find(ground, badge)
                                .map(sheet -> new BuilderView.Other(
                                        ground.of(badge),
                                        sheet.values().getOrDefault("title", badge),
                                        BuilderView.Other.State.OFF))
                                .stream());
    }

    /** Whether a badge was in force and is not, and may be switched on from a ground. */
    boolean isOff(Ground ground, String badge) {
        Taught taught = ground.taught();
        return desk.rules().current().find(badge).isEmpty()
                && (taught == null
                        || desk.teaching()
                                .workshop()
                                .course(badge)
                                .filter(taught.course()::equals)
                                .isPresent())
                && desk.rules().next(badge) > 1;
    }
}
