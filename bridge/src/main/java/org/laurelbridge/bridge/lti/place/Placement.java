package org.laurelbridge.bridge.lti.place;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.lti.ServiceAddress;
import org.laurelbridge.bridge.lti.launch.Launch;
import org.laurelbridge.bridge.lti.launch.Launch.Message.ResourceLink;

/**
 * A badge that stands in a course.
 *
 * @param link the platform's id of the resource link, unique in a deployment
 * @param course the platform's id of the context
 * @param points what the award is worth in the course's gradebook
 * @param column what is told of its own column
 */
public record Placement(
        UUID platform, String deployment, String link, String course, String badge, int points, Column column) {
    static final String BADGE = "badge";
    static final String POINTS = "points";

    private static final int MOST_POINTS = 1_000;

    /** What a launch tells of the column that belongs to a placement. */
    public sealed interface Column {
        /** Where it is. */
        record At(URI address) implements Column {}

        /** There is none, or none any more. */
        record Gone() implements Column {}

        /** The launch says nothing of gradebooks. */
        record Untold() implements Column {}
    }

    /** The badge that a launch is about; empty when it is about none. */
    public static Optional<String> badge(Launch launch) {
        return Optional.ofNullable(launch.custom().get(BADGE)).filter(badge -> !badge.isBlank());
    }

    /** What a launch says of a placement; empty when it is no launch of one in a course. */
    public static Optional<Placement> of(LtiPlatform platform, Launch launch) {
        if (!(launch.message() instanceof ResourceLink link) || launch.context().isEmpty()) {
            return Optional.empty();
        }
        return badge(launch)
                .map(badge -> new Placement(
                        platform.id(),
                        launch.deployment(),
                        link.id(),
                        launch.context().get().id(),
                        badge,
                        points(launch.custom()),
                        column(platform, launch)));
    }

    private static Column column(LtiPlatform platform, Launch launch) {
        return launch.grades()
                .map(grades -> grades.lineItem()
                        .flatMap(told -> ServiceAddress.of(platform, told))
                        .<Column>map(Column.At::new)
                        .orElseGet(Column.Gone::new))
                .orElseGet(Column.Untold::new);
    }

    // whoever edits the link at the platform can write anything there
    private static int points(Map<String, String> custom) {
        String text = custom.getOrDefault(POINTS, "");
        int points = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        return points >= 1 && points <= MOST_POINTS ? points : ContentItem.USUAL_POINTS;
    }
}
