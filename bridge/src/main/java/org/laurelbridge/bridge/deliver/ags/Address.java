package org.laurelbridge.bridge.deliver.ags;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses made from addresses that a platform gave. Those of line items have a query already. */
final class Address {

    private Address() {}

    /** A path's last part, put before the query (AGS 2.0 §3.1.1). */
    static URI below(URI item, String last) {
        String text = item.toString();
        int query = text.indexOf('?');
        return URI.create(query < 0 ? text + last : text.substring(0, query) + last + text.substring(query));
    }

    /** More parameters: names and values in turn. */
    static URI with(URI address, Object... parameters) {
        StringBuilder text = new StringBuilder(address.toString());
        char separator = text.indexOf("?") < 0 ? '?' : '&';
        for (int i = 0; i < parameters.length; i += 2) {
            String value = URLEncoder.encode(parameters[i + 1].toString(), StandardCharsets.UTF_8);
            text.append(separator).append(parameters[i]).append('=').append(value);
            separator = '&';
        }
        return URI.create(text.toString());
    }
}
