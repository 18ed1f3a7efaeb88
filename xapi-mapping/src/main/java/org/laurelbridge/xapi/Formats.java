package org.laurelbridge.xapi;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The small formats of identifiers: UUIDs, mail addresses, digests, media types. */
final class Formats {
    static final String MAILTO = "mailto:";
    private static final String NOT_IN_MAIL = "<>()[]\\,;:\"";
    private static final String IN_TOKEN = "!#$%&'*+-.^_`|~";

    private Formats() {}

    /** The standard form alone, in any case (RFC 4122 3); null for anything else. */
    static @Nullable UUID uuid(String text) {
        if (text.length() != 36) {
            return null;
        }
        for (int at = 0; at < 36; at++) {
            boolean dash = at == 8 || at == 13 || at == 18 || at == 23;
            if (dash ? text.charAt(at) != '-' : !isHexDigit(text.charAt(at))) {
                return null;
            }
        }
        return UUID.fromString(text);
    }

    /** Whether this is {@code local@domain} (RFC 5321 4.1.2, quoted local parts taken as they are). */
    static boolean isMail(String address) {
        int sign = address.lastIndexOf('@');
        return sign > 0
                && sign < address.length() - 1
                && isLocal(address.substring(0, sign))
                && isDomain(address.substring(sign + 1));
    }

    private static boolean isLocal(String local) {
        if (local.length() > 2 && local.startsWith("\"") && local.endsWith("\"")) {
            return true;
        }
        return local.chars()
                .allMatch(next -> next > 0x20 && next != 0x7F && next != '@' && NOT_IN_MAIL.indexOf(next) < 0);
    }

    private static boolean isDomain(String domain) {
        if (domain.startsWith("[")) {
            return domain.endsWith("]");
        }
        return !domain.startsWith(".")
                && !domain.endsWith(".")
                && !domain.contains("..")
                && domain.chars()
                        .allMatch(next -> next > 0x7F
                                || Iri.isLetter((char) next)
                                || Iri.isDigit((char) next)
                                || next == '-'
                                || next == '.'
                                || next == '_');
    }

    /** Whether this is so many hexadecimal digits. */
    static boolean isHex(String text, int length) {
        return text.length() == length && text.chars().allMatch(next -> isHexDigit((char) next));
    }

    /** Whether this is a SHA-2 of any length. */
    static boolean isSha2(String text) {
        return isHex(text, 64) || isHex(text, 56) || isHex(text, 96) || isHex(text, 128);
    }

    /** Whether this begins as {@code type/subtype} does (RFC 2046, RFC 7231 3.1.1.1); parameters are taken as they are. */
    static boolean isMediaType(String text) {
        int end = text.indexOf(';');
        String type = (end < 0 ? text : text.substring(0, end)).strip();
        int slash = type.indexOf('/');
        return slash > 0 && isToken(type.substring(0, slash)) && isToken(type.substring(slash + 1));
    }

    private static boolean isToken(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(next ->
                                Iri.isLetter((char) next) || Iri.isDigit((char) next) || IN_TOKEN.indexOf(next) >= 0);
    }

    private static boolean isHexDigit(char next) {
        return Iri.isDigit(next) || ((next | 0x20) >= 'a' && (next | 0x20) <= 'f');
    }
}
