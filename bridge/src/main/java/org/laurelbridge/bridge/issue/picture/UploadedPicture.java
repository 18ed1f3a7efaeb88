package org.laurelbridge.bridge.issue.picture;

import org.laurelbridge.bridge.issue.bake.BadPicture;
import org.laurelbridge.bridge.issue.bake.FileSign;
import org.laurelbridge.bridge.issue.bake.PngChunks;
import org.laurelbridge.xapi.Problem;

/** A picture that somebody brings for a badge. Nothing of its bytes is kept: only its pixels, drawn anew. */
public sealed interface UploadedPicture {

    int MOST_BYTES = 2_000_000;
    int MOST_KEPT = 8_000_000;
    int MOST_PIXELS = 4_096;
    int LARGEST_SIDE = 1_024;

    /**
     * A picture for use.
     *
     * @param png square, at most {@value UploadedPicture#LARGEST_SIDE} pixels wide, transparent beside what was not
     */
    record Accepted(PngFile png) implements UploadedPicture {}

    /** A file that is not taken, and why. */
    record Refused(Problem problem) implements UploadedPicture {}

    /**
     * Checks a PNG or JPEG of at most {@value #MOST_BYTES} bytes and {@value #MOST_PIXELS} pixels a side before it is decoded.
     * Throws nothing, whatever the bytes are, and takes less than 64 MB. Colour profiles and the turn of a camera are left out.
     */
    static UploadedPicture of(byte[] file) {
        return of(file, MOST_BYTES);
    }

    /** The same of a PNG that an installation made of one: drawn anew it may be larger than what was brought. */
    static UploadedPicture ofKept(byte[] png) {
        return of(png, MOST_KEPT);
    }

    private static UploadedPicture of(byte[] file, int most) {
        try {
            return new Accepted(new PngFile(Png.of(checked(file, most).square())));
        } catch (BadPicture bad) {
            return new Refused(bad.problem());
        }
    }

    private static Decoding checked(byte[] file, int most) {
        if (file.length > most) {
            throw bad("a file of " + file.length + " bytes", "at most " + most);
        }
        if (PngChunks.isPng(file)) {
            return Decoding.png(PngChunks.of(file));
        }
        if (Jpeg.isJpeg(file)) {
            return Decoding.jpeg(Jpeg.of(file));
        }
        throw bad(FileSign.of(file), "a PNG or a JPEG");
    }

    private static BadPicture bad(String found, String expected) {
        return new BadPicture(new Problem("the picture", found, expected, ""));
    }
}
