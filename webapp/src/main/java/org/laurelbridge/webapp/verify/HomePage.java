package org.laurelbridge.webapp.verify;

import java.util.List;

/** What this is, and the badges that can be earned. */
public record HomePage(String issuer, boolean isTrial, List<Badge> badges) {

    /** A badge in force. */
    public record Badge(String title, String path, String picture) {}
}
