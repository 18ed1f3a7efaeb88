package org.laurelbridge.webapp.oauth;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.webapp.learner.MyFrame;

/**
 * Tells a learner why an application cannot be connected.
 *
 * @param why the key of the reason
 * @param back leads to the application with what is wrong; null where nobody knows where it is
 * @param host of that
 */
public record RefusedPage(
        MyFrame frame, String why, @Nullable String back, String host) {

    static RefusedPage of(MyFrame frame, String why, @Nullable URI back) {
        return back == null
                ? new RefusedPage(frame, why, null, "")
                : new RefusedPage(frame, why, back.toString(), back.getHost());
    }
}
