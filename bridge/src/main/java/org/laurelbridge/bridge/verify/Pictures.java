package org.laurelbridge.bridge.verify;

import org.jspecify.annotations.Nullable;

/** Reads the badge out of a baked picture (PNG or SVG). Throws nothing, whatever the bytes are. */
public interface Pictures {

    Held read(byte[] picture);

    /**
     * What a picture holds.
     *
     * @param text JSON, a token, or an address (Open Badges 1 baked those); null when it holds no badge
     * @param trouble in words when the picture is broken, otherwise null
     */
    record Held(@Nullable String text, @Nullable String trouble) {}
}
