package org.laurelbridge.bridge.map;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every version of the mapping and of each badge that was ever applied, and which are in force. */
public interface RuleDocuments {

    /** The documents in force, mapping first, then badges by name. */
    List<Applied> listInForce();

    /** A version that was applied once. */
    Optional<Applied> find(String kind, String name, int version);

    /**
     * Puts these documents in force and all others out of force, in one commit. A version that was applied before must have the
     * same body.
     *
     * @return the names of documents whose body changed under a version that was applied before: then nothing was applied
     */
    List<String> apply(List<Draft> documents, Instant now);

    /** A document to apply. */
    record Draft(String kind, String name, int version, String body) {}

    /**
     * A document as applied.
     *
     * @param generation grows with every document ever applied; that of the mapping marks which facts are current
     */
    record Applied(long generation, String kind, String name, int version, String body) {}
}
