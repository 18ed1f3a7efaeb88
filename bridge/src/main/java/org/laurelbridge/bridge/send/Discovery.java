package org.laurelbridge.bridge.send;

import java.net.URI;

/** Finds out what a host offers. Throws nothing for what a remote can do. */
public interface Discovery {

    /**
     * Asks a host now.
     *
     * @param address of the host, without a slash at its end
     */
    Found find(URI address);

    /** What was found. */
    sealed interface Found {
        /** A host of badges. */
        record Here(Services services) implements Found {}

        /** None that could be used: in a sentence, what was found where instead of what. */
        record Missing(String why) implements Found {}

        /** Nobody knows: the host has a bad moment. In a sentence. */
        record Unsure(String why) implements Found {}
    }
}
