package org.laurelbridge.webapp.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** Weak entity tags (RFC 9110 §8.8.3): weak, since the same body may go out packed or plain. */
public final class EntityTag {
    private EntityTag() {}

    /** The tag of a body. */
    public static String of(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return "W/\"" + HexFormat.of().formatHex(hash, 0, 16) + "\"";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** Gives the answer its tag, and answers 304 when the asker has that body already (RFC 9110 §13.1.2). */
    public static boolean isKnown(HttpServletRequest request, HttpServletResponse response, String tag) {
        response.setHeader("ETag", tag);
        String known = request.getHeader("If-None-Match");
        boolean isKnown = known != null
                && Arrays.stream(known.split(","))
                        .map(String::trim)
                        .anyMatch(one -> one.equals(tag) || one.equals("*"));
        if (isKnown) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        }
        return isKnown;
    }
}
