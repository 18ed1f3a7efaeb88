package org.laurelbridge.bridge.map;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Mapped;
import org.laurelbridge.mapping.Mapping;
import org.laurelbridge.mapping.RecordedStatement;

/** The facts of people, derived from kept statements one intake (one commit) at a time. */
public interface FactLog {

    /** Intakes whose facts come from another generation of the mapping, oldest first. */
    List<ToMap> listToMap(long generation, int limit);

    /** The newest intakes, oldest first, with about as many statements: those of one intake stay together. */
    List<ToMap> listNewest(int statements);

    /** The statements of each intake, in order, voiding ones among them, each united with its equal copies (rules: S1). */
    List<List<Located>> load(List<ToMap> intakes);

    /**
     * Replaces the facts of intakes, in one commit: learners are resolved to people (created when the mapping says so, else
     * the statement is parked), facts written, voids told to whoever has facts of their target, what could not be mapped
     * quarantined, and a reason to decide anew is left for every person and badge touched.
     *
     * @param derived the intakes by their ids, ascending
     * @return what became of each, in order; empty for one that was mapped or marked anew meanwhile, and for all when other
     *     documents are in force: then nothing was written of it
     * @throws Refused when the store does not take these facts together
     */
    List<Optional<Counted>> replace(List<Derived> derived, Basis basis, Instant now);

    /** An intake that the store refuses keeps the facts that it has; nothing is held up for it any more. */
    void setAside(long intake);

    /** How many intakes wait to be mapped. */
    long countToMap(long generation);

    /** The store is there, but does not take what it was given: nothing of it was written. */
    final class Refused extends RuntimeException {
        public Refused(RuntimeException cause) {
            super("the store refuses it", cause);
        }
    }

    /**
     * An intake to map.
     *
     * @param mark tells whether it was marked anew (a copy that says more, an actor joined) after it was read
     * @param mappedWith the generation of the mapping that its facts come from, negative when it was marked anew since; 0 when it is
     *     new, or was set aside
     * @param statements how many it holds
     */
    record ToMap(long intake, long mark, long mappedWith, int statements) {
        /** Whether nobody ever mapped it: it has no facts, nobody waits for it, nothing of it is in quarantine. */
        public boolean isNew() {
            return mark == 0 && mappedWith == 0;
        }
    }

    /** What an intake's statements became. */
    record Derived(ToMap intake, List<Outcome> outcomes) {}

    /**
     * A statement at its place in the log.
     *
     * @param recorded null when it cannot be read any more
     * @param trouble why not; null when it can
     */
    record Located(
            long seq,
            UUID id,
            @Nullable RecordedStatement recorded,
            @Nullable String trouble) {}

    /**
     * What became of a statement.
     *
     * @param mapped null when it could not be mapped
     * @param trouble why not, without personal data; null when it could
     */
    record Outcome(
            Located located,
            @Nullable Mapped mapped,
            @Nullable String trouble) {}

    /**
     * What the outcomes were made by.
     *
     * @param turn of the documents in force (see {@link RuleDocuments#turn}): other ones would touch other badges
     * @param generation of the mapping, more than 0
     * @param badges the ids of the badges that read an activity
     */
    record Basis(long turn, long generation, Mapping.Unknown unknown, Function<String, List<String>> badges) {}

    /**
     * What became of the statements of an intake.
     *
     * @param facts how many facts
     * @param unmatched statements without a fact, voiding ones left out
     * @param parked statements that wait for their learner
     */
    record Counted(int facts, int unmatched, int parked) {}
}
