package org.laurelbridge.bridge.send;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A backpack, wallet or other host of badges, one for all of its learners.
 *
 * @param address as learners name it, without a slash at its end
 * @param client as which Laurel is registered there; null before that
 */
public record Host(
        UUID id, URI address, Services services, @Nullable Client client) {

    /**
     * A registration.
     *
     * @param secret null for none
     * @param until from then on the secret is over; null for never
     * @param back where learners are to be sent back to
     * @param scope what may be asked for, with spaces; null when the host did not say
     */
    public record Client(
            String id,
            @Nullable String secret,
            @Nullable Instant until,
            URI back,
            @Nullable String scope) {

        /** Whether learners can be sent to the host with it. */
        public boolean isGood(URI address, Instant now) {
            return back.equals(address) && (until == null || until.isAfter(now));
        }

        /** Without the secret: a record is printed sooner or later. */
        @Override
        public String toString() {
            return "client " + id;
        }
    }
}
