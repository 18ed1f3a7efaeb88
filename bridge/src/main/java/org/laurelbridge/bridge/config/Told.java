package org.laurelbridge.bridge.config;

import java.util.List;
import org.laurelbridge.bridge.deliver.webhook.Webhook;

/** Who is told what happens to awards. */
public record Told(List<Hook> webhooks) {
    /** Nobody. */
    public static final Told NOBODY = new Told(List.of());

    public Told {
        webhooks = List.copyOf(webhooks);
    }

    /**
     * A webhook.
     *
     * @param networks private ones, where it may be
     */
    public record Hook(Webhook webhook, List<Network> networks) {
        public Hook {
            networks = List.copyOf(networks);
        }
    }
}
