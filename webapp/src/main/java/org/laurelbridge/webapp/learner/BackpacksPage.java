package org.laurelbridge.webapp.learner;

import java.util.List;

/**
 * The backpacks of a learner.
 *
 * @param troubles why there is no way to a host, in sentences
 * @param typed the address that was asked for
 * @param isTrial others do not reach this installation
 */
public record BackpacksPage(
        MyFrame frame, List<Connected> backpacks, List<String> troubles, String typed, boolean isTrial) {

    /**
     * One of them.
     *
     * @param host whose it is
     * @param state the key of it, in a few words
     * @param tone {@code good}, {@code bad} or {@code open}
     */
    public record Connected(String path, String name, String host, String state, String tone) {}
}
