package org.laurelbridge.webapp.learner;

import java.util.List;

/**
 * What stands in a backpack, as its host says now.
 *
 * @param path of the backpack
 * @param closed why it could not be looked into; empty when it could
 * @param count how many badges stand there, also of others
 * @param isWhole false when there are more than were looked at
 */
public record BackpackTherePage(
        MyFrame frame, String path, String name, String closed, int count, boolean isWhole, List<Line> lines) {

    /**
     * A badge of ours.
     *
     * @param state the key of it
     * @param tone {@code good}, {@code bad} or {@code open}
     */
    public record Line(String title, String state, String tone) {}
}
