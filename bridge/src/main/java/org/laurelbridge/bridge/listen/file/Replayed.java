package org.laurelbridge.bridge.listen.file;

/**
 * What became of a file.
 *
 * @param skipped read and kept by an earlier replay that was interrupted
 * @param added statements that were new
 * @param known statements that were here already, equal
 * @param quarantined what an administrator has to look at: faults, broken lines, conflicts
 */
public record Replayed(long skipped, long added, long known, long quarantined) {}
