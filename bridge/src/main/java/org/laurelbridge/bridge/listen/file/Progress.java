package org.laurelbridge.bridge.listen.file;

/** Told after each batch how far a file has been read. */
public interface Progress {

    /**
     * A batch is durable.
     *
     * @param bytes read of the file as it lies on the disk
     * @param total of the file
     * @param soFar what became of it
     */
    void at(long bytes, long total, Replayed soFar);
}
