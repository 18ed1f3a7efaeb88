package org.laurelbridge.webapp.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.words.Saying;

/**
 * Administrators' tokens.
 *
 * @param once the one that was just made; null when none was
 * @param trouble why none was made; null when one was, and at first
 * @param own the name of the token that the reader is signed in with; null when they are not signed in with one
 */
public record TokensPage(
        Frame frame,
        List<Line> lines,
        @Nullable Once once,
        @Nullable Saying trouble,
        @Nullable String own) {

    /** A token. */
    public record Line(String name, Moment created) {}
}
