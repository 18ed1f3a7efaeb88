package org.laurelbridge.bridge.verify.fetch;

import java.net.URI;
import java.time.Duration;

/** Asks for what an address holds. Throws nothing for what a remote can do. */
public interface Fetcher {

    /**
     * Asks now.
     *
     * @param longest time until the last byte of the answer; the fetcher's own bound holds too
     */
    Fetched get(URI address, Duration longest);
}
