package org.laurelbridge.bridge.award.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Fact;

/** The facts of everybody, read part by part: as they are, or as they would be under a plan's mapping. Safe for many threads. */
public interface Evidence {

    /** How many parts there are; together they are everybody, each person in one. They follow each other by the ids of their people. */
    int PARTS = 256;

    /**
     * The effective facts of each person of a part: those of voided statements are left out. Somebody whose facts a plan takes away
     * has none.
     *
     * @param part from 0 to {@link #PARTS} - 1
     */
    Map<PersonId, List<Fact>> read(int part, Scope scope);

    /**
     * Whose facts are read.
     *
     * @param activities on which
     * @param plan under whose mapping; 0 for the one in force
     * @param touchedAlone only people whose facts on these activities the plan changes
     */
    record Scope(Set<String> activities, long plan, boolean touchedAlone) {
        public Scope {
            activities = Set.copyOf(activities);
        }
    }
}
