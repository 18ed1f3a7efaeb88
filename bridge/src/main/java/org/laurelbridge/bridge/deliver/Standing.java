package org.laurelbridge.bridge.deliver;

/** What a read-back found. */
public sealed interface Standing {

    /** What should stand there does. */
    record Stands() implements Standing {}

    /** Something else stands there, or nothing. */
    record Differs() implements Standing {}

    /** It could not be read. */
    record Unreadable(String reason) implements Standing {}
}
