package org.laurelbridge.bridge.map;

import java.time.Instant;
import java.util.List;
import org.laurelbridge.mapping.Mapped;
import org.laurelbridge.mapping.RecordedStatement;

/** The facts of people, derived from kept statements one intake (one commit) at a time. */
public interface FactLog {

    /** Intakes whose facts come from an older generation of the mapping, oldest first. */
    List<ToMap> listToMap(long generation, int limit);

    /** The statements of an intake, voiding ones among them. */
    List<Located> load(long intake);

    /**
     * Replaces the facts of an intake, in one commit: learners are resolved to people (created when the mapping says so, else
     * the statement is parked), facts written, voids told to whoever has facts of their target, and a reason to decide anew is
     * left for every person and badge touched.
     *
     * @return false when the intake was mapped or marked anew meanwhile: nothing was written
     */
    boolean replace(ToMap intake, long generation, List<MappedStatement> mapped, Instant now);

    /** An intake to map; the mark tells whether it was marked anew (a copy that says more, an actor joined) after it was read. */
    record ToMap(long intake, long mark) {}

    /** A recorded statement at its place in the log. */
    record Located(long seq, RecordedStatement statement) {}

    /**
     * What became of a statement.
     *
     * @param badges by activity label: the badges in force that name it
     */
    record MappedStatement(Located located, Mapped mapped, List<String> badges) {}
}
