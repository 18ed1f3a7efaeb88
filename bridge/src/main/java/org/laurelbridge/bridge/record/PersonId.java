package org.laurelbridge.bridge.record;

import java.util.UUID;

/** A person known to Laurel: a random UUID, so that it says nothing about them. */
public record PersonId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
