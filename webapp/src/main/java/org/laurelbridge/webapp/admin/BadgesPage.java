package org.laurelbridge.webapp.admin;

import org.laurelbridge.webapp.server.Leaf;

/** The badges in force, and how they look. */
public record BadgesPage(Frame frame, Leaf<Line> lines) {

    /**
     * A badge.
     *
     * @param picture its address
     * @param kind whether the picture is drawn as all are, designed or brought: a word
     * @param page what anyone sees of it
     * @param designer where its picture is changed
     */
    public record Line(String id, String title, String picture, String kind, String page, String designer) {}
}
