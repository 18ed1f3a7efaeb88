package org.laurelbridge.bridge.verify.ob2;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.laurelbridge.bridge.verify.key.Documents;
import tools.jackson.databind.JsonNode;

/**
 * Where the assertions of an issuer may stand (Open Badges 2.0, VerificationObject): where its profile says, otherwise at the host of its
 * own id.
 */
record Scope(List<String> starts, List<String> hosts) {

    static Scope of(JsonNode issuer) {
        JsonNode verification = issuer.path("verification");
        List<String> starts = texts(verification, "startsWith");
        List<String> hosts = texts(verification, "allowedOrigins");
        if (starts.isEmpty() && hosts.isEmpty()) {
            return new Scope(List.of(), List.of(host(Documents.textOrEmpty(issuer, "id"))));
        }
        return new Scope(starts, hosts.stream().map(Scope::hostOf).toList());
    }

    boolean holds(String id) {
        String host = host(id);
        if (host.isEmpty() || id.contains("..")) {
            return false;
        }
        // a start without a path would let example.org.evil.example pass
        boolean isStart = starts.isEmpty()
                || starts.stream()
                        .anyMatch(start -> id.startsWith(start) && host(start).equals(host));
        return isStart && (hosts.isEmpty() || hosts.contains(host));
    }

    private static List<String> texts(JsonNode node, String member) {
        return Documents.many(node, member).stream()
                .map(text -> text.asString(""))
                .toList();
    }

    private static String hostOf(String origin) {
        return origin.contains("/") ? host(origin) : origin.toLowerCase(Locale.ROOT);
    }

    private static String host(String address) {
        return Documents.address(address)
                .map(URI::getRawAuthority)
                .map(host -> host.toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
