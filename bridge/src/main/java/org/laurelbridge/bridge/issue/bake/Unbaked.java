package org.laurelbridge.bridge.issue.bake;

import java.util.List;
import org.laurelbridge.xapi.Problem;

/** What was inside a picture. */
public sealed interface Unbaked {

    /**
     * Credentials, to be verified.
     *
     * @param all at least one, at most one of a kind; in the order of {@link BakedKind}
     */
    record Found(List<Baked> all) implements Unbaked {
        public Found {
            all = List.copyOf(all);
        }
    }

    /** A picture without a credential. */
    record Nothing() implements Unbaked {}

    /** No picture that may be read, or no credential that may. */
    record Unreadable(Problem problem) implements Unbaked {}
}
