package org.laurelbridge.webapp.verify;

import org.laurelbridge.webapp.server.Leaf;

/** What this is, and the badges that can be earned. */
public record HomePage(String issuer, boolean isTrial, Leaf<Badge> badges) {

    /** A badge in force. */
    public record Badge(String title, String path, String picture) {}
}
