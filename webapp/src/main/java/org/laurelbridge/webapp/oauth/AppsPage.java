package org.laurelbridge.webapp.oauth;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.verify.report.Verdict;
import org.laurelbridge.webapp.learner.MyFrame;
import org.laurelbridge.webapp.server.Moment;

/** What a learner's applications may do, and what they brought. */
public record AppsPage(MyFrame frame, List<App> apps, List<Brought> brought) {

    /**
     * An application.
     *
     * @param host that it says it is of
     * @param may what it may do, in a few words each
     * @param used null when it never came
     */
    public record App(
            String id,
            String name,
            String host,
            List<String> may,
            Moment since,
            @Nullable Moment used) {}

    /**
     * A badge that an application brought.
     *
     * @param verdict as it was found when it came
     * @param by the name of the application; null when it is forgotten
     */
    public record Brought(
            String id,
            @Nullable String title,
            @Nullable String issuer,
            String version,
            Verdict verdict,
            @Nullable String by,
            Moment came) {}
}
