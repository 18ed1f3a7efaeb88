package org.laurelbridge.webapp.verify;

import org.jspecify.annotations.Nullable;
import org.laurelbridge.webapp.server.Leaf;

/** What this is, and the badges that can be earned. */
public record HomePage(String issuer, boolean isTrial, Leaf<Badge> badges) {

    /**
     * A badge in force.
     *
     * @param lang of the title; null for the page's language
     */
    public record Badge(String title, @Nullable String lang, String path, String picture) {}
}
