package org.laurelbridge.webapp.build;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.plan.Effect;
import org.laurelbridge.bridge.award.plan.Forecast;
import org.laurelbridge.bridge.award.plan.Progress;
import org.laurelbridge.bridge.lti.Classes.Learner;
import org.laurelbridge.bridge.lti.Classes.Taught;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.run.Runner;
import org.laurelbridge.bridge.run.Runs.Found;
import org.laurelbridge.bridge.run.Runs.Listed;
import org.laurelbridge.webapp.build.BuildDesk.Prepared;

/**
 * Tells whom a rule would concern, over the whole history, and writes nothing of it. An instructor is told who it is of their own
 * course alone; of the others how many.
 *
 * @param language of what is missing
 */
record Trial(BuildDesk desk, Ground ground, Locale language) {

    Runner.Ended of(Prepared.Ready ready, Progress progress) {
        Forecast.Page all = new Forecast.Page(null, Integer.MAX_VALUE, language);
        List<Forecast> forecasts =
                desk.planner().foresee(ready.texts(), all, progress).forecasts();
        Forecast own = forecasts.stream()
                .filter(one -> one.badge().id().equals(ready.badge()))
                .findFirst()
                .orElseThrow();
        Set<PersonId> here = here();
        List<Found> found = new ArrayList<>();
        Map<Listed, Integer> elsewhere = new EnumMap<>(Listed.class);
        for (Found one : found(own)) {
            if (here == null || here.contains(one.person())) {
                found.add(one);
            } else {
                elsewhere.merge(one.list(), 1, Integer::sum);
            }
        }
        Map<Listed, Integer> counted = new EnumMap<>(Listed.class);
        found.forEach(one -> counted.merge(one.list(), 1, Integer::sum));
        List<TrialJson.Touched> others = forecasts.stream()
                .filter(one -> !one.badge().id().equals(ready.badge()))
                .map(one -> new TrialJson.Touched(
                        one.badge().title(), one.count(Effect.What.GAIN), one.count(Effect.What.LOSS)))
                .filter(one -> one.gains() + one.losses() > 0)
                .toList();
        return new Runner.Ended(new TrialJson(own.people(), counted, elsewhere, others).written(), found);
    }

    /** Null where everybody may be told of. */
    private @Nullable Set<PersonId> here() {
        Taught taught = ground.taught();
        return taught == null
                ? null
                : desk.teaching().classes().learners(taught.course()).stream()
                        .map(Learner::person)
                        .collect(Collectors.toSet());
    }

    /** Each person on one list alone. */
    private static List<Found> found(Forecast own) {
        List<Found> found = new ArrayList<>();
        Set<PersonId> named = new HashSet<>();
        own.effects().stream()
                .filter(one -> one.what() != Effect.What.MOVE && named.add(one.person()))
                .map(one -> new Found(
                        one.what() == Effect.What.GAIN ? Listed.GAIN : Listed.LOSS, one.person(), one.at(), null))
                .forEach(found::add);
        own.earners().stream()
                .filter(one -> one.held() && named.add(one.person()))
                .map(one -> new Found(Listed.HELD, one.person(), one.earnedAt(), null))
                .forEach(found::add);
        own.nears().stream()
                .filter(one -> named.add(one.person()))
                .map(one -> new Found(Listed.NEAR, one.person(), null, one.missing()))
                .forEach(found::add);
        return found;
    }
}
