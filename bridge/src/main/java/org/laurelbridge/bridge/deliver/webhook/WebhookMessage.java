package org.laurelbridge.bridge.deliver.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.deliver.Announcement;
import org.laurelbridge.bridge.deliver.wire.Json;
import org.laurelbridge.bridge.issue.Addresses;
import tools.jackson.databind.node.ObjectNode;

/** Writes announcements as JSON: ids, addresses and times, and nothing else of anybody. How the award stands now is at its address. */
final class WebhookMessage {
    private final Addresses addresses;

    WebhookMessage(Addresses addresses) {
        this.addresses = addresses;
    }

    String write(Announcement announcement, Award award) {
        ObjectNode message = Json.object();
        message.put("type", announcement.what().type());
        message.put("timestamp", announcement.at().toString());
        ObjectNode data = message.putObject("data");
        data.put("award", award.id().toString());
        data.put("sequence", announcement.place());
        data.put("badge", award.badge());
        data.put("version", award.badgeVersion());
        data.put("person", award.person().toString());
        data.put("cycle", award.cycle());
        data.put("revision", award.revision());
        data.put("earnedAt", award.earnedAt().toString());
        data.put("expiresAt", text(announcement.moment() == null ? award.expiresAt() : announcement.moment()));
        data.put("address", addresses.award(award.credential()).toString());
        data.put(
                "api",
                addresses.at("api", "v1", "awards", award.id().toString()).toString());
        return message.toString();
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
