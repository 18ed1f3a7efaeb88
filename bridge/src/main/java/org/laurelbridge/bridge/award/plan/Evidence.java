package org.laurelbridge.bridge.award.plan;

import java.util.Map;
import java.util.Set;
import org.laurelbridge.bridge.award.Cycles;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.rule.Subject;

/**
 * What is known of everybody, read part by part: as it is, or with the facts as they would be under a plan's mapping. People who were
 * merged are one. Safe for many threads.
 */
public interface Evidence {

    /** How many parts there are; together they are everybody, each person in one. They follow each other by the ids of their people. */
    int PARTS = 256;

    /** The versions under which awards of a badge were earned. */
    Set<Integer> versions(String badge);

    /**
     * What is known of each person of a part who is asked. The facts are the effective ones: those of voided statements are left
     * out. Somebody whose facts a plan takes away has none.
     *
     * @param part from 0 to {@link #PARTS} - 1
     */
    Map<PersonId, Cycles.Person> read(int part, Scope scope);

    /**
     * Who is asked, and what is read of them.
     *
     * @param badge whose awards
     * @param activities facts on which
     * @param subjects about which something is attested
     * @param plan under whose mapping; 0 for the one in force
     * @param touchedAlone only people whose facts on these activities the plan changes; else all who have such facts, or of whom
     *     something of the kind is attested
     * @param others who are asked besides
     */
    record Scope(
            String badge,
            Set<String> activities,
            Set<Subject> subjects,
            long plan,
            boolean touchedAlone,
            Set<PersonId> others) {
        public Scope {
            activities = Set.copyOf(activities);
            subjects = Set.copyOf(subjects);
            others = Set.copyOf(others);
        }
    }
}
