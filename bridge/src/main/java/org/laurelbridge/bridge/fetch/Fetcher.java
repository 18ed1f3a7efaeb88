package org.laurelbridge.bridge.fetch;

import java.net.URI;
import java.time.Duration;

/** Asks addresses that strangers name. Throws nothing for what a remote can do. */
public interface Fetcher {

    /**
     * Asks now.
     *
     * @param longest time until the last byte of the answer; the fetcher's own bound holds too
     */
    Fetched ask(Ask ask, Duration longest);

    /** What an address holds now. */
    default Fetched get(URI address, Duration longest) {
        return ask(Ask.get(address), longest);
    }
}
