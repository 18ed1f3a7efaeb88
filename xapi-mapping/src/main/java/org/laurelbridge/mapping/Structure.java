package org.laurelbridge.mapping;

import java.util.List;

/**
 * What an activity is in a cmi5 course structure, and what makes it satisfied (cmi5 13.1).
 *
 * @param level the course, a block of it, or an assignable unit
 * @param units all units below it, in the order of the structure, however its blocks nest; of a unit the unit alone
 */
public record Structure(Cmi5.Level level, List<Unit> units) {

    public Structure {
        units = List.copyOf(units);
    }

    /**
     * An assignable unit (AU).
     *
     * @param label its name in rules
     */
    public record Unit(String label, MoveOn moveOn) {}

    /** What satisfies a unit (cmi5 13.1.4). */
    public enum MoveOn {
        PASSED("Passed"),
        COMPLETED("Completed"),
        COMPLETED_AND_PASSED("CompletedAndPassed"),
        COMPLETED_OR_PASSED("CompletedOrPassed"),
        /** Nothing needs to be done: it is satisfied from the registration on. */
        NOT_APPLICABLE("NotApplicable");

        private final String word;

        MoveOn(String word) {
            this.word = word;
        }

        /** As cmi5 writes it. */
        public String word() {
            return word;
        }
    }

    /** Whether anything needs to be done for it. */
    public boolean asksForSomething() {
        return units.stream().anyMatch(unit -> unit.moveOn() != MoveOn.NOT_APPLICABLE);
    }
}
