package org.laurelbridge.bridge.issue.picture;

import java.util.Arrays;

/** A PNG that {@link UploadedPicture} made, by its bytes. */
public final class PngFile {

    private final byte[] bytes;

    /** @param bytes given away: nobody may change them */
    public PngFile(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The file, for reading. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PngFile file && Arrays.equals(bytes, file.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "a PNG of " + bytes.length + " bytes";
    }
}
