package org.laurelbridge.webapp.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.webapp.server.Moment;

/** Awards whose evidence is gone: a person decides whether they stand. */
public record ReviewPage(Frame frame, List<Line> lines) {

    /**
     * An award under review.
     *
     * @param since when its support was lost; null when nobody noted it
     */
    public record Line(
            Award award,
            String name,
            Moment earned,
            @Nullable Moment since) {

        static Line of(Award award, String name) {
            Moment since = award.unsupportedSince() == null ? null : new Moment(award.unsupportedSince());
            return new Line(award, name, new Moment(award.earnedAt()), since);
        }
    }
}
