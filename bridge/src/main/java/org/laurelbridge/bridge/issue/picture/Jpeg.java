package org.laurelbridge.bridge.issue.picture;

import java.io.ByteArrayOutputStream;
import org.laurelbridge.bridge.issue.bake.BadPicture;
import org.laurelbridge.xapi.Problem;

/** What the segments of a JPEG say before anything is decoded (ITU-T T.81 §B). */
final class Jpeg {

    private static final int START_OF_FRAME = 0xc0;
    private static final int PROGRESSIVE = 0xc2;
    private static final int START_OF_SCAN = 0xda;
    private static final int APPLICATION = 0xe0;
    /** Tells how its colours are coded. */
    private static final int ADOBE = 0xee;

    private static final int COMMENT = 0xfe;
    private static final int MOST_SCANS = 64;

    private final int width;
    private final int height;
    private final boolean isProgressive;
    private final byte[] bare;

    private Jpeg(int width, int height, boolean isProgressive, byte[] bare) {
        this.width = width;
        this.height = height;
        this.isProgressive = isProgressive;
        this.bare = bare;
    }

    static boolean isJpeg(byte[] file) {
        return file.length > 2 && file[0] == (byte) 0xff && file[1] == (byte) 0xd8 && file[2] == (byte) 0xff;
    }

    /** @throws BadPicture when its segments are damaged, or its scans too many */
    static Jpeg of(byte[] file) {
        ByteArrayOutputStream bare = new ByteArrayOutputStream(file.length);
        bare.write(file, 0, 2);
        int frame = -1;
        int next = 2;
        while (true) {
            int marker = marker(file, next);
            int end = next + 2 + length(file, next + 2);
            if (isFrame(marker)) {
                check(frame < 0 && end - next >= 10, next, "another frame", "one, whole");
                frame = next;
            }
            if (marker == START_OF_SCAN) {
                check(frame >= 0, next, "pixels", "a frame before them");
                checkScans(file, next);
                bare.write(file, next, file.length - next);
                break;
            }
            if (isKept(marker)) {
                bare.write(file, next, end - next);
            }
            next = end;
        }
        boolean isProgressive = marker(file, frame) == PROGRESSIVE;
        return new Jpeg(number(file, frame + 7), number(file, frame + 5), isProgressive, bare.toByteArray());
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean isProgressive() {
        return isProgressive;
    }

    /** The same picture without comments, profiles and what else applications put in. */
    byte[] bare() {
        return bare;
    }

    private static boolean isFrame(int marker) {
        boolean isTable = marker == 0xc4 || marker == 0xc8 || marker == 0xcc;
        return marker >= START_OF_FRAME && marker <= 0xcf && !isTable;
    }

    private static boolean isKept(int marker) {
        boolean isApplication = marker >= APPLICATION && marker <= 0xef;
        return marker == ADOBE || !(isApplication || marker == COMMENT);
    }

    private static int marker(byte[] file, int place) {
        check(place + 4 <= file.length, place, "the end of the file", "pixels");
        check(file[place] == (byte) 0xff, place, "other bytes", "a marker");
        return file[place + 1] & 0xff;
    }

    private static int length(byte[] file, int place) {
        int length = number(file, place);
        check(
                length >= 2 && place + length <= file.length,
                place,
                "a segment of " + length + " bytes",
                "at least 2, and no more than are left");
        return length;
    }

    // each scan of a progressive picture goes over all of it again
    private static void checkScans(byte[] file, int from) {
        int scans = 0;
        for (int i = from; i + 1 < file.length; i++) {
            scans += file[i] == (byte) 0xff && (file[i + 1] & 0xff) == START_OF_SCAN ? 1 : 0;
        }
        check(scans <= MOST_SCANS, from, scans + " scans", "at most " + MOST_SCANS);
    }

    private static int number(byte[] file, int place) {
        return ((file[place] & 0xff) << 8) | (file[place + 1] & 0xff);
    }

    private static void check(boolean isRight, int place, String found, String expected) {
        if (!isRight) {
            throw new BadPicture(new Problem("byte " + place, found, expected, "T.81 B.1"));
        }
    }
}
