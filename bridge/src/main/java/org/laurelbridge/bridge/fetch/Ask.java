package org.laurelbridge.bridge.fetch;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an address.
 *
 * @param method of HTTP, in capital letters
 * @param headers by name, besides those that every request of ours has
 * @param body sent as UTF-8, of the type that the headers say; null for none
 */
public record Ask(
        String method,
        URI address,
        Map<String, String> headers,
        @Nullable String body) {

    public Ask {
        headers = Map.copyOf(headers);
    }

    /** What an address holds. */
    public static Ask get(URI address) {
        return new Ask("GET", address, Map.of(), null);
    }

    /**
     * Whether another address may be asked the same where this one leads to it: what changes something, or says who we are, is for the
     * address alone that it was meant for.
     */
    boolean mayBeLedOn() {
        return method.equals("GET") && headers.keySet().stream().noneMatch("authorization"::equalsIgnoreCase);
    }

    Ask at(URI other) {
        return new Ask(method, other, headers, body);
    }
}
