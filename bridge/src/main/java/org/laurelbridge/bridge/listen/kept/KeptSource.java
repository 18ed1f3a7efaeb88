package org.laurelbridge.bridge.listen.kept;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.XapiVersion;

/**
 * A source that an administrator connected: an LRS that is read, or a sender. The secret is in it in plain: it is never logged or
 * shown.
 *
 * @param id another one whenever it is another LRS, so that it is read from its beginning
 * @param key the name that belongs to the secret
 * @param secret empty when it was brought from another installation without: then nothing is read, and nobody may send, before it is given
 * @param pulled null for a sender
 */
public record KeptSource(
        UUID id,
        String name,
        String key,
        String secret,
        @Nullable Pulled pulled) {

    /**
     * How an LRS is read.
     *
     * @param every how long between two looks
     * @param earned whether it is told what is earned
     */
    public record Pulled(URI endpoint, XapiVersion version, Duration every, boolean earned) {}

    /** Whether it has all that it needs. */
    public boolean isReady() {
        return !secret.isEmpty();
    }

    /** Under which its position is kept. */
    public String position() {
        return "lrs:" + id + ":" + name;
    }

    @Override
    public String toString() {
        return name;
    }
}
