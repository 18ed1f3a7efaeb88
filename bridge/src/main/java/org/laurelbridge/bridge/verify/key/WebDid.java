package org.laurelbridge.bridge.verify.key;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where the document of a did:web stands (did:web method §2.5). */
final class WebDid {

    private static final Pattern SEGMENT = Pattern.compile("([A-Za-z0-9._-]|%[0-9A-Fa-f]{2})+");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+(%3[Aa][0-9]{1,5})?");

    private WebDid() {}

    static Optional<URI> document(String did) {
        String[] parts = did.substring("did:web:".length()).split(":", -1);
        if (did.length() > 1_000 || !HOST.matcher(parts[0]).matches()) {
            return Optional.empty();
        }
        StringBuilder address = new StringBuilder("https://").append(parts[0].replaceFirst("%3[Aa]", ":"));
        for (int i = 1; i < parts.length; i++) {
            if (!SEGMENT.matcher(parts[i]).matches() || parts[i].matches("\\.+")) {
                return Optional.empty();
            }
            address.append('/').append(parts[i]);
        }
        address.append(parts.length == 1 ? "/.well-known/did.json" : "/did.json");
        return Documents.address(address.toString()).filter(uri -> uri.getHost() != null);
    }
}
