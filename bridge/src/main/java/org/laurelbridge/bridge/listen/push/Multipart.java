package org.laurelbridge.bridge.listen.push;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The parts of a multipart/mixed body (RFC 2046 5.1), with their bytes as they were sent. */
record Multipart(List<Part> parts) {
    private static final int LONGEST_BOUNDARY = 70;

    /** One part. */
    static final class Part {
        private final Map<String, String> headers;
        private final byte[] content;

        /** @param headers names in lower case */
        Part(Map<String, String> headers, byte[] content) {
            this.headers = headers;
            this.content = content;
        }

        /** Empty when there is none. */
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        byte[] content() {
            return content;
        }
    }

    /** Why a body cannot be taken apart. */
    static final class Broken extends Exception {
        Broken(String message) {
            super(message);
        }
    }

    /** The boundary that a Content-Type names; empty when there is none that RFC 2046 allows. */
    static Optional<String> boundary(String contentType) {
        for (String parameter : contentType.split(";", -1)) {
            String[] pair = parameter.strip().split("=", 2);
            if (pair.length == 2 && pair[0].strip().equalsIgnoreCase("boundary")) {
                String value = pair[1].strip();
                boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
                String boundary = quoted ? value.substring(1, value.length() - 1) : value;
                return boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY
                        ? Optional.empty()
                        : Optional.of(boundary);
            }
        }
        return Optional.empty();
    }

    /** Takes a body apart. */
    static Multipart read(byte[] body, String boundary) throws Broken {
        byte[] first = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        byte[] delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        int at = startsWith(body, 0, first) ? first.length : after(body, 0, delimiter);
        List<Part> parts = new ArrayList<>();
        while (!startsWith(body, at, new byte[] {'-', '-'})) {
            int start = lineEnd(body, at, parts.size());
            int end = find(body, start - 2, delimiter);
            if (end < 0) {
                throw new Broken("part " + (parts.size() + 1) + " has no end");
            }
            parts.add(part(body, start, end, parts.size()));
            at = end + delimiter.length;
        }
        return new Multipart(parts);
    }

    private static int after(byte[] body, int from, byte[] delimiter) throws Broken {
        int found = find(body, from, delimiter);
        if (found < 0) {
            throw new Broken("the boundary of the Content-Type does not occur in the body");
        }
        return found + delimiter.length;
    }

    private static int lineEnd(byte[] body, int from, int number) throws Broken {
        int at = from;
        while (at < body.length && (body[at] == ' ' || body[at] == '\t')) {
            at++;
        }
        if (!startsWith(body, at, new byte[] {'\r', '\n'})) {
            throw new Broken("no line end after the boundary before part " + (number + 1));
        }
        return at + 2;
    }

    private static Part part(byte[] body, int start, int end, int number) throws Broken {
        Map<String, String> headers = new LinkedHashMap<>();
        int at = start;
        while (true) {
            int lineEnd = find(body, at, new byte[] {'\r', '\n'});
            if (lineEnd < 0 || lineEnd > end) {
                throw new Broken("no empty line after the headers of part " + (number + 1));
            }
            if (lineEnd == at) {
                byte[] content = at + 2 > end ? new byte[0] : Arrays.copyOfRange(body, at + 2, end);
                return new Part(headers, content);
            }
            addHeader(headers, new String(body, at, lineEnd - at, StandardCharsets.ISO_8859_1), number);
            at = lineEnd + 2;
        }
    }

    private static void addHeader(Map<String, String> headers, String line, int number) throws Broken {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw new Broken("a header of part " + (number + 1) + " has no colon");
        }
        headers.put(
                line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                line.substring(colon + 1).strip());
    }

    private static boolean startsWith(byte[] body, int at, byte[] expected) {
        return at + expected.length <= body.length
                && Arrays.equals(body, at, at + expected.length, expected, 0, expected.length);
    }

    private static int find(byte[] body, int from, byte[] wanted) {
        for (int at = Math.max(0, from); at + wanted.length <= body.length; at++) {
            if (body[at] == wanted[0] && startsWith(body, at, wanted)) {
                return at;
            }
        }
        return -1;
    }
}
