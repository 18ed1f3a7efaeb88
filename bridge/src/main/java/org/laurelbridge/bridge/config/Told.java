package org.laurelbridge.bridge.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.deliver.mail.MailSettings;
import org.laurelbridge.bridge.deliver.webhook.Webhook;

/**
 * Who is told what happens to awards.
 *
 * @param mail null where nobody is written to
 */
public record Told(List<Hook> webhooks, @Nullable MailSettings mail) {
    /** Nobody. */
    public static final Told NOBODY = new Told(List.of(), null);

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
