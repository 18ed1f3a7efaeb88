package org.laurelbridge.bridge.listen.pull;

import java.time.Duration;

/** What came of looking at an LRS once. */
public sealed interface Round {

    /** Statements that came, those read again included. */
    int read();

    /**
     * The LRS was heard.
     *
     * @param added statements that were new
     * @param quarantined what an administrator has to look at
     * @param goesOn whether more waits to be read at once
     */
    record Heard(int read, int added, int quarantined, boolean goesOn) implements Round {}

    /**
     * It was not, or not to the end; what came before is kept. The words are saved with the source's position.
     *
     * @param notBefore how long the LRS asked us to wait; zero when it did not say
     */
    record Troubled(int read, String words, Duration notBefore) implements Round {}
}
