package org.laurelbridge.bridge.deliver.wire;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param method of HTTP, in capital letters
 * @param headers by name
 * @param body sent as UTF-8; null for none
 */
public record Call(
        String method,
        URI address,
        Map<String, String> headers,
        @Nullable String body) {
    public Call {
        headers = Map.copyOf(headers);
    }

    /** The same with one more header, or another value of it. */
    public Call with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Call(method, address, more, body);
    }
}
