package org.laurelbridge.bridge.listen.push;

import java.util.Locale;

/** The body of a request. */
public final class Content {
    private final String type;
    private final byte[] bytes;

    /** @param type its Content-Type, empty when it has none */
    public Content(String type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    String type() {
        return type;
    }

    /** Its bytes, as they were sent; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    boolean isJson() {
        return mediaType().equals("application/json");
    }

    boolean isMultipart() {
        return mediaType().equals("multipart/mixed");
    }

    private String mediaType() {
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
