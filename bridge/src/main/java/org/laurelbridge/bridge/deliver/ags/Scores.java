package org.laurelbridge.bridge.deliver.ags;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.laurelbridge.bridge.deliver.Delivery;
import org.laurelbridge.bridge.deliver.wire.Json;
import org.laurelbridge.bridge.deliver.wire.Reply;
import org.laurelbridge.bridge.deliver.wire.Stopped;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Scores posted to a line item, and the result that came of them. */
final class Scores {

    private static final String SCORE = "application/vnd.ims.lis.v1.score+json";
    private static final String RESULTS = "application/vnd.ims.lis.v2.resultcontainer+json";
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Services services;

    Scores(Services services) {
        this.services = services;
    }

    /** Posts the grade with a stamp. The same again, the stamp included, changes nothing there. */
    Reply post(URI item, String user, Delivery delivery, Instant stamp) {
        return services.post(Address.below(item, "/scores"), SCORE, body(user, delivery, stamp));
    }

    /**
     * What stands for the user.
     *
     * @return empty when nothing does or the column is gone
     * @throws Stopped when it cannot be read
     */
    Optional<Outcome> find(URI item, String user) {
        URI address = Address.with(Address.below(item, "/results"), "user_id", user);
        Reply reply = services.get(address, RESULTS, Services.GRADES);
        if (reply.status() == 404) {
            return Optional.empty();
        }
        for (JsonNode result : Json.read("results", reply.read("results"))) {
            if (Json.text(result.path("userId")).equals(user)) {
                return Optional.of(outcome(result));
            }
        }
        return Optional.empty();
    }

    private static Outcome outcome(JsonNode result) {
        return new Outcome(
                result.path("resultScore").asDouble(Double.NaN),
                result.path("resultMaximum").asDouble(Double.NaN),
                Json.text(result.path("comment")),
                moment(Json.text(result.path("timestamp"))));
    }

    private static Instant moment(String text) {
        try {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            return Instant.MIN;
        }
    }

    private static String body(String user, Delivery delivery, Instant stamp) {
        ObjectNode score = Json.object();
        score.put("userId", user);
        score.put("scoreGiven", Columns.plain(delivery.grade()));
        score.put("scoreMaximum", Columns.plain(delivery.maximum()));
        score.put("activityProgress", "Completed");
        // anything else leaves the grade as it is, or clears it
        score.put("gradingProgress", "FullyGraded");
        score.put("timestamp", MILLIS.format(stamp));
        // left out, it erases the comment that stands there
        score.put("comment", delivery.remark());
        return score.toString();
    }

    /**
     * A result.
     *
     * @param score NaN when none stands
     * @param comment empty when there is none
     * @param at {@link Instant#MIN} when the platform does not say
     */
    record Outcome(double score, double maximum, String comment, Instant at) {

        /** Platforms keep five decimals. */
        private static final double ROUNDING = 0.00005;

        /** Whether the delivery's grade stands, rescaled to the column's maximum and clamped to it. */
        boolean hasGrade(Delivery delivery) {
            double share = delivery.grade().doubleValue() / delivery.maximum().doubleValue();
            double wanted = Math.max(0, Math.min(1, share)) * maximum;
            return Math.abs(score - wanted) <= ROUNDING;
        }

        /** Whether the grade stands with the delivery's remark, where the platform shows one. */
        boolean has(Delivery delivery) {
            return hasGrade(delivery)
                    && (comment.isEmpty()
                            || comment.strip().equals(delivery.remark().strip()));
        }

        /** A whole second that the platform takes as newer than what stands. */
        Instant newerThan(Instant now) {
            Instant stood = at.equals(Instant.MIN) ? now : at;
            return stood.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        }
    }
}
