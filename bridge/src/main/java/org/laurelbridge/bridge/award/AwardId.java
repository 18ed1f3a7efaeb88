package org.laurelbridge.bridge.award;

import java.util.UUID;

/** An award: a UUIDv8 that nobody outside can compute (see {@link AwardIds}). */
public record AwardId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
