package org.laurelbridge.bridge.issue.ob3;

import org.jspecify.annotations.Nullable;

/** A document of which not everything could be signed. */
public final class NotCanonical extends RuntimeException {

    private final @Nullable String context;

    NotCanonical(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.context = null;
    }

    private NotCanonical(String context) {
        super("the context " + context + " is not one that Laurel knows");
        this.context = context;
    }

    static NotCanonical unknownContext(String context) {
        return new NotCanonical(context);
    }

    /** The context that Laurel does not know: others may be able to check the document. Null when that is not the cause. */
    public @Nullable String context() {
        return context;
    }
}
