package org.laurelbridge.bridge.map;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.rule.Subject;

/** Every version of the mapping and of each badge that was ever applied, and which are in force. */
public interface RuleDocuments extends Recorded<RuleDocuments> {

    /**
     * Moves whenever other documents come into force. Cheap: nodes ask it again and again. Whoever reads the documents reads it
     * before and after.
     */
    long turn();

    /** The documents in force, mapping first, then badges by name. */
    List<Applied> listInForce();

    /** Versions of badges that are not in force, while another version of the same badge is. */
    List<Applied> listEarlier();

    /** A version that was applied once. */
    Optional<Applied> find(String kind, String name, int version);

    /** Every version of these badges that was ever applied. */
    List<Applied> listVersions(Collection<String> badges);

    /** As {@link #apply(Against, List, List, Instant)}, whatever is in force, and without reasons. */
    default List<String> apply(List<Draft> documents, Instant now) {
        return apply(null, documents, List.of(), now);
    }

    /**
     * Puts these documents in force and all others out of force, in one commit. A version that was applied before must have the
     * same body. In the same commit, everyone with facts on the activities of an {@code anew} has that badge to be decided anew.
     *
     * @param against what must still stand; null for anything
     * @return the names of documents whose body changed under a version that was applied before: then nothing was applied
     * @throws Overtaken when it does not stand any more: then nothing was applied
     */
    List<String> apply(@Nullable Against against, List<Draft> documents, List<Anew> anew, Instant now);

    /**
     * What documents are applied against.
     *
     * @param turn of the documents in force
     * @param plan that is accepted with it, in the same commit: it must be open; null for none
     * @param built whose a badge is with it, in the same commit; null where that is not said
     */
    record Against(long turn, @Nullable Long plan, @Nullable Built built) {}

    /** A badge that was built in a course: it belongs to it, unless it was in force before and belongs to another one. */
    record Built(String badge, String site, String course) {}

    /** Other documents came into force meanwhile, or the plan ended. */
    final class Overtaken extends RuntimeException {
        public Overtaken() {
            super("other documents are in force meanwhile");
        }
    }

    /** A document to apply. */
    record Draft(String kind, String name, int version, String body) {}

    /** A badge that must be decided anew for whoever has facts on these activities, or of whom something is attested about these subjects. */
    record Anew(String badge, Set<String> activities, Set<Subject> subjects) {}

    /**
     * A document as applied.
     *
     * @param generation from 1 on, grows with every document ever applied; that of the mapping marks which facts are current
     * @param appliedAt when this version first came into force
     */
    record Applied(long generation, String kind, String name, int version, String body, Instant appliedAt) {}
}
