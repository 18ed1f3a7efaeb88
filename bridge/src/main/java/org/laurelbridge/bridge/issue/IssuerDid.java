package org.laurelbridge.bridge.issue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The did:web of an installation (did:web method §3): it needs https and a DNS name. */
final class IssuerDid {

    private static final int HTTPS = 443;

    private IssuerDid() {}

    /** {@code did:web:{host[%3Aport]}[:path]:issuer}; empty when outsiders could not resolve it. */
    static Optional<String> web(URI publicUrl) {
        String host = publicUrl.getHost().toLowerCase(Locale.ROOT);
        if (!"https".equals(publicUrl.getScheme()) || isAddress(host) || isLocal(host)) {
            return Optional.empty();
        }
        StringBuilder did = new StringBuilder("did:web:").append(host);
        if (publicUrl.getPort() != -1 && publicUrl.getPort() != HTTPS) {
            did.append("%3A").append(publicUrl.getPort());
        }
        for (String segment : publicUrl.getRawPath().split("/", -1)) {
            if (!segment.isEmpty()) {
                did.append(':').append(escaped(segment));
            }
        }
        return Optional.of(did.append(":issuer").toString());
    }

    private static boolean isAddress(String host) {
        return host.startsWith("[") || host.matches("[0-9.]+");
    }

    // only this machine resolves it (RFC 6761 §6.3)
    private static boolean isLocal(String host) {
        return host.equals("localhost") || host.endsWith(".localhost");
    }

    // a DID knows letters, digits, dot, hyphen, underscore and escapes (DID Core §3.1); what is escaped already stays
    private static String escaped(String segment) {
        StringBuilder escaped = new StringBuilder();
        for (byte octet : segment.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (octet & 0xff);
            if (letter < 0x80 && (Character.isLetterOrDigit(letter) || ".-_%".indexOf(letter) >= 0)) {
                escaped.append(letter);
            } else {
                escaped.append(String.format(Locale.ROOT, "%%%02X", (int) letter));
            }
        }
        return escaped.toString();
    }
}
