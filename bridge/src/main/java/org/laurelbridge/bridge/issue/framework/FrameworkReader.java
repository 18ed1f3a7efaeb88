package org.laurelbridge.bridge.issue.framework;

import java.io.IOException;
import java.io.InputStream;

/** Reads the file of a framework, in memory one item at a time. Whatever is in the file, it throws nothing of its own. */
@FunctionalInterface
interface FrameworkReader {

    /**
     * Reads all of it. What is wrong with the content goes to the sink.
     *
     * @throws IOException what the stream throws
     */
    void read(InputStream bytes, ItemSink sink) throws IOException;
}
