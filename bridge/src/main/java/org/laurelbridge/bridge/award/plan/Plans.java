package org.laurelbridge.bridge.award.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.award.plan.Plan.State;
import org.laurelbridge.bridge.map.FactLog.Derived;
import org.laurelbridge.bridge.map.FactLog.ToMap;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Mapping;

/** Plans, what each would do, and facts derived beside the live ones while one is made. */
public interface Plans extends Recorded<Plans> {

    /**
     * Begins a plan, or goes on with one of the same documents against the same turn that was not finished. What was not finished
     * against other turns is removed. A dry run has a plan of its own: at its end it goes, and what is to be opened must not go with
     * it.
     */
    Plan begin(long turn, List<RuleText> texts, boolean isDry, Instant now);

    /** A plan of these documents against this turn that is open. */
    Optional<Plan> findOpen(long turn, List<RuleText> texts);

    Optional<Plan> find(long id);

    /** All, newest first. */
    List<Plan> list(int limit);

    /** Intakes after one, in order, with their statements' places. */
    List<ToMap> listIntakes(long after, int limit);

    /** The newest intake, 0 when there is none. */
    long lastIntake();

    /**
     * Keeps in which facts of these intakes a plan's mapping differs from the live ones. Nobody becomes a person: whom the mapping
     * would make one is told by a number of their own.
     *
     * @param after the newest intake that was derived before
     * @param derived the intakes that follow it, in order
     * @return false when another run of the same plan was quicker, or ended it: then nothing was kept
     */
    boolean derive(long plan, long after, List<Derived> derived, Mapping.Unknown unknown);

    /**
     * A plan is complete: it is open from now on, and its derived facts are gone.
     *
     * @return false when another run ended it
     */
    boolean open(long plan, List<Effect> effects);

    /**
     * What a plan does, in the order in which it was found.
     *
     * @param after how many are skipped
     */
    List<Effect> listEffects(long plan, long after, int limit);

    /** The badges that a plan does something to. */
    Set<String> badges(long plan);

    /** Whether a plan does something to a person, or to who was merged with them. */
    boolean touches(long plan, PersonId person);

    /**
     * Ends a plan that is unfinished or open; its derived facts are gone.
     *
     * @return false when it ended before
     */
    boolean end(long plan, State state, Instant now);

    /**
     * Removes a plan that is unfinished, with all that belongs to it.
     *
     * @return false when another run ended it
     */
    boolean remove(long plan);
}
