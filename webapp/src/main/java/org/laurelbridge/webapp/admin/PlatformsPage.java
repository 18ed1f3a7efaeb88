package org.laurelbridge.webapp.admin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.lti.PlatformFigures.Figures;
import org.laurelbridge.bridge.lti.register.Invitations;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.words.Saying;

/**
 * Learning platforms that people come in from, and invitations that none has used yet.
 *
 * @param once the address to paste at the platform that was just invited; null when none was
 * @param trouble why the last one was not invited; null when it was
 * @param name that was typed; empty at first
 */
public record PlatformsPage(
        Frame frame,
        List<Line> lines,
        List<Open> open,
        @Nullable Once once,
        @Nullable String trouble,
        String name) {

    /**
     * A platform.
     *
     * @param seen when somebody came in last; null when nobody did
     */
    public record Line(
            LtiPlatform platform,
            List<String> deployments,
            Moment registered,
            long courses,
            long people,
            @Nullable Moment seen) {

        /** Where it is managed. */
        public String path() {
            return PlatformsServlet.HERE + "/" + platform.id();
        }
    }

    /** An invitation that was not used. */
    public record Open(String id, String name, boolean trustsEmail, Moment ends) {
        static Open of(Invitations.Open open) {
            return new Open(
                    open.id(), open.invitation().name(), open.invitation().trustsEmail(), new Moment(open.ends()));
        }
    }

    /** One platform on a page of its own. */
    public record One(Frame frame, Line line, @Nullable Saying trouble) {}

    static Line line(LtiPlatform platform, Map<UUID, Figures> all, Instant now) {
        Figures figures = all.getOrDefault(platform.id(), new Figures(now, 0, 0, null));
        return new Line(
                platform,
                platform.deployments().stream().sorted().toList(),
                new Moment(figures.registered()),
                figures.courses(),
                figures.people(),
                PersonPage.momentOrNull(figures.seen()));
    }
}
