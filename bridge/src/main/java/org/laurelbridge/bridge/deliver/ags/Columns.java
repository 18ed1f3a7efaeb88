package org.laurelbridge.bridge.deliver.ags;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.laurelbridge.bridge.deliver.Attempt;
import org.laurelbridge.bridge.deliver.Delivery;
import org.laurelbridge.bridge.deliver.LineItems;
import org.laurelbridge.bridge.deliver.wire.Json;
import org.laurelbridge.bridge.deliver.wire.Reply;
import org.laurelbridge.bridge.deliver.wire.Stopped;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The line item of a badge in a course: remembered, else found by its resource id, else made. Nothing about line items is unique in
 * a platform, so looking and making is claimed first, and a making that got no answer keeps its claim until it can no longer happen.
 */
final class Columns {

    private static final String ONE = "application/vnd.ims.lis.v2.lineitem+json";
    private static final String MANY = "application/vnd.ims.lis.v2.lineitemcontainer+json";
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int LONGEST_LABEL = 255;
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 50;

    private final AgsSettings settings;
    private final CoursePlaces places;
    private final Services services;
    private final LineItems remembered;
    private final InstantSource clock;

    Columns(Platform platform, LineItems remembered) {
        this.settings = platform.settings();
        this.places = platform.places();
        this.services = platform.services();
        this.remembered = remembered;
        this.clock = platform.clock();
    }

    /** The remembered column. */
    Optional<URI> find(Delivery delivery) {
        return remembered
                .find(key(delivery))
                .flatMap(AgsSettings::parsed)
                .filter(address -> places.isOurs(delivery.course(), address));
    }

    /**
     * The column, looked for and made where needed.
     *
     * @throws Stopped when there is none for now, or none can be
     */
    URI get(Delivery delivery) {
        return find(delivery).orElseGet(() -> findOrMake(delivery));
    }

    /** The platform says that the column is gone. */
    void forget(Delivery delivery, URI gone) {
        remembered.forget(key(delivery), gone.toString());
    }

    private URI findOrMake(Delivery delivery) {
        URI all = places.lineItemsOf(delivery.course())
                .orElseThrow(() -> new Stopped(new Attempt.Refused(places.unknown(delivery.course()))));
        LineItems.Key key = key(delivery);
        // still remembered, but not found: the platform has moved since to another address
        remembered.find(key).ifPresent(old -> remembered.forget(key, old));
        Instant now = clock.instant();
        if (!remembered.claim(key, now, LEASE)) {
            throw new Stopped(new Attempt.Waiting("another courier is looking for the badge's column"));
        }
        URI address = releasing(key, () -> search(all, key)).orElseGet(() -> make(all, delivery));
        remembered.save(key, address.toString());
        return address;
    }

    /** A failed search changed nothing, so that the next courier need not wait. */
    private Optional<URI> releasing(LineItems.Key key, Supplier<Optional<URI>> search) {
        try {
            return search.get();
        } catch (Stopped stopped) {
            remembered.release(key);
            throw stopped;
        }
    }

    private Optional<URI> search(URI all, LineItems.Key key) {
        for (int page = 0; page < MOST_PAGES; page++) {
            // by from, not by the Link header: Moodle's holds &amp; and curly quotes
            URI address = Address.with(all, "resource_id", key.badge(), "limit", PAGE, "from", page * PAGE);
            String body = services.get(address, MANY, Services.GRADES).read("line items of course " + key.course());
            JsonNode items = Json.read("line items", body);
            for (JsonNode item : items) {
                if (Json.text(item.path("resourceId")).equals(key.badge())) {
                    return Optional.of(addressOf(key.course(), item));
                }
            }
            if (items.size() < PAGE) {
                return Optional.empty();
            }
        }
        throw new Stopped(new Attempt.Refused("line items of course " + key.course() + ": too many to look through"));
    }

    private URI make(URI all, Delivery delivery) {
        Reply reply = services.post(all, ONE, body(delivery));
        if (reply instanceof Reply.Answered answered && answered.isGood()) {
            return addressOf(delivery.course(), Json.read("line item", answered.body()));
        }
        Attempt attempt = reply.asWrite("making the line item");
        if (attempt instanceof Attempt.Unknown unknown) {
            return search(all, key(delivery))
                    .orElseThrow(() -> new Stopped(new Attempt.Later(unknown.reason(), LEASE)));
        }
        remembered.release(key(delivery));
        throw new Stopped(attempt);
    }

    /** Only an address that the platform gave is ever posted to: on Moodle 4.5 a made-up one wrote into another activity. */
    private URI addressOf(String course, JsonNode item) {
        return AgsSettings.parsed(Json.text(item.path("id")))
                .filter(address -> places.isOurs(course, address))
                .orElseThrow(() -> new Stopped(
                        new Attempt.Refused("line item: its address is not on the servers of " + settings.root())));
    }

    private static String body(Delivery delivery) {
        ObjectNode item = Json.object();
        item.put("label", label(delivery));
        item.put("scoreMaximum", plain(delivery.maximum()));
        item.put("resourceId", delivery.award().badge());
        item.put("tag", "laurel");
        return item.toString();
    }

    /** More than 255 characters are an error of Moodle's database. */
    private static String label(Delivery delivery) {
        String title = delivery.badgeTitle().isBlank() ? delivery.award().badge() : delivery.badgeTitle();
        int end = title.offsetByCodePoints(0, Math.min(LONGEST_LABEL, title.codePointCount(0, title.length())));
        return title.substring(0, end);
    }

    /** Without an exponent, which not every platform reads. */
    static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private LineItems.Key key(Delivery delivery) {
        return new LineItems.Key(
                settings.name(), delivery.course(), delivery.award().badge());
    }
}
