package org.laurelbridge.webapp.server;

import java.time.Instant;

/** A time on a page: templates say it in the reader's words, and give machines ISO 8601. */
public record Moment(Instant at) {

    /** For machines: ISO 8601. */
    public String iso() {
        return at.toString();
    }
}
