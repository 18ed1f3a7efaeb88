package org.laurelbridge.bridge.deliver.webhook;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.laurelbridge.bridge.deliver.Announcement.What;
import org.laurelbridge.bridge.deliver.Announcements.Subscriber;
import org.laurelbridge.bridge.deliver.Lane;

/**
 * Somebody who is told what happens to awards.
 *
 * @param secrets by each of which every message is signed: two while one takes the place of the other
 * @param events what is told
 */
public record Webhook(String name, URI url, List<WebhookSecret> secrets, Set<What> events) {
    private static final String PREFIX = "webhook:";

    public Webhook {
        secrets = List.copyOf(secrets);
        events = Set.copyOf(events);
    }

    /** As deliveries name it. */
    public String target() {
        return PREFIX + name;
    }

    /** As it is told. */
    public Subscriber subscriber() {
        return new Subscriber(target(), Lane.WEBHOOKS, events, null);
    }

    @Override
    public String toString() {
        return "webhook " + name;
    }
}
