package org.laurelbridge.mapping;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Brings an activity's id to the form in which ids are compared: NFC, scheme and host in lower case, no default port, escapes in
 * upper case, without the query parameters that the mapping drops. Everything else is exact.
 *
 * @param dropped names of query parameters that say nothing
 */
record IriForm(Set<String> dropped) {

    IriForm {
        dropped = Set.copyOf(dropped);
    }

    String of(String iri) {
        String text = Normalizer.isNormalized(iri, Normalizer.Form.NFC)
                ? iri
                : Normalizer.normalize(iri, Normalizer.Form.NFC);
        return withoutDropped(escapesInUpperCase(withPlainAuthority(text)));
    }

    private static String withPlainAuthority(String iri) {
        int colon = iri.indexOf(':');
        if (colon < 0) {
            return iri;
        }
        String scheme = iri.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!iri.startsWith("//", colon + 1)) {
            return scheme + iri.substring(colon);
        }
        int start = colon + 3;
        int end = end(iri, start);
        int host = iri.lastIndexOf('@', end - 1) >= start ? iri.lastIndexOf('@', end - 1) + 1 : start;
        String plain = iri.substring(host, end).toLowerCase(Locale.ROOT);
        return scheme + "://" + iri.substring(start, host) + withoutDefaultPort(scheme, plain) + iri.substring(end);
    }

    private static int end(String iri, int start) {
        int end = start;
        while (end < iri.length() && "/?#".indexOf(iri.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static String withoutDefaultPort(String scheme, String host) {
        String port = scheme.equals("http") ? ":80" : scheme.equals("https") ? ":443" : "::";
        return host.endsWith(port) ? host.substring(0, host.length() - port.length()) : host;
    }

    private static String escapesInUpperCase(String iri) {
        if (iri.indexOf('%') < 0) {
            return iri;
        }
        StringBuilder result = new StringBuilder(iri);
        for (int i = iri.indexOf('%'); i >= 0 && i + 2 < iri.length(); i = iri.indexOf('%', i + 1)) {
            if (isHex(iri.charAt(i + 1)) && isHex(iri.charAt(i + 2))) {
                result.setCharAt(i + 1, Character.toUpperCase(iri.charAt(i + 1)));
                result.setCharAt(i + 2, Character.toUpperCase(iri.charAt(i + 2)));
            }
        }
        return result.toString();
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0 && c < 128;
    }

    private String withoutDropped(String iri) {
        int hash = iri.indexOf('#');
        String plain = hash < 0 ? iri : iri.substring(0, hash);
        int query = plain.indexOf('?');
        if (dropped.isEmpty() || query < 0) {
            return iri;
        }
        StringBuilder kept = new StringBuilder();
        for (String pair : plain.substring(query + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!dropped.contains(equals < 0 ? pair : pair.substring(0, equals))) {
                kept.append(kept.length() == 0 ? '?' : '&').append(pair);
            }
        }
        return plain.substring(0, query) + kept + iri.substring(plain.length());
    }
}
