package org.laurelbridge.bridge.subject;

import java.util.Optional;
import java.util.UUID;

/** Credentials that were withdrawn with the erasure of whoever earned them. */
@FunctionalInterface
public interface Withdrawn {
    /** Why a credential does not hold, for whoever has it. */
    String WHY = "withdrawn: its issuer erased all data of whoever earned it";

    /** The same of this one; empty when it was not withdrawn. */
    default Optional<String> why(UUID credential) {
        return isOne(credential) ? Optional.of(WHY) : Optional.empty();
    }

    /** Whether this is one, by the id that its address has. */
    boolean isOne(UUID credential);
}
