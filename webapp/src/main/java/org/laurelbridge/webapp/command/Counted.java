package org.laurelbridge.webapp.command;

/** Numbers with their nouns. */
final class Counted {
    private Counted() {}

    /** As {@code 1 badge} and {@code 2 badges}. */
    static String of(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
