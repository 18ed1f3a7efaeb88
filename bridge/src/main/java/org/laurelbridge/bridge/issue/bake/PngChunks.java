package org.laurelbridge.bridge.issue.bake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The chunks of a PNG, from IHDR to IEND, each whole and with the right check sum (PNG §5). What stands after IEND is no part
 * of the picture.
 */
public final class PngChunks {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int MOST_CHUNKS = 20_000;
    /** Length, type and check sum. */
    private static final int AROUND = 12;

    private static final int HEADER = 13;

    private final byte[] png;
    private final List<Chunk> chunks;

    /**
     * A chunk.
     *
     * @param type four letters
     * @param start of its length field, in the file
     * @param length of its data
     */
    public record Chunk(String type, int start, int length) {
        int data() {
            return start + 8;
        }

        int end() {
            return start + AROUND + length;
        }
    }

    private PngChunks(byte[] png, List<Chunk> chunks) {
        this.png = png;
        this.chunks = chunks;
    }

    /** Whether these are the first bytes of a PNG. */
    public static boolean isPng(byte[] bytes) {
        return bytes.length >= SIGNATURE.length
                && Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    /**
     * Finds them.
     *
     * @throws BadPicture when it is no PNG, or a damaged one
     */
    public static PngChunks of(byte[] png) {
        if (!isPng(png)) {
            throw new BadPicture("byte 0", "other bytes", "the signature of a PNG", "PNG 5.2");
        }
        List<Chunk> chunks = new ArrayList<>();
        int next = SIGNATURE.length;
        do {
            Chunk chunk = chunk(png, next, chunks.size());
            chunks.add(chunk);
            next = chunk.end();
        } while (!chunks.get(chunks.size() - 1).type().equals("IEND"));
        return new PngChunks(png, chunks);
    }

    public List<Chunk> list() {
        return List.copyOf(chunks);
    }

    /** Width in pixels, as IHDR says. */
    public long width() {
        return Integer.toUnsignedLong(ByteBuffer.wrap(png).getInt(chunks.get(0).data()));
    }

    /** Height in pixels, as IHDR says. */
    public long height() {
        return Integer.toUnsignedLong(ByteBuffer.wrap(png).getInt(chunks.get(0).data() + 4));
    }

    /** The same picture of these chunks alone, byte for byte. */
    public byte[] only(List<Chunk> kept) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(png.length);
        out.writeBytes(SIGNATURE);
        kept.forEach(chunk -> out.write(png, chunk.start(), chunk.end() - chunk.start()));
        return out.toByteArray();
    }

    /** The data of a chunk. */
    byte[] data(Chunk chunk) {
        return head(chunk, chunk.length());
    }

    /** The first bytes of a chunk's data, at most so many. */
    byte[] head(Chunk chunk, int most) {
        return Arrays.copyOfRange(png, chunk.data(), chunk.data() + Math.min(most, chunk.length()));
    }

    /** A chunk as it stands in a file. */
    static byte[] written(String type, byte[] data) {
        ByteBuffer written = ByteBuffer.allocate(AROUND + data.length)
                .putInt(data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data);
        return written.putInt(checkSum(written.array(), 4, data.length)).array();
    }

    private static Chunk chunk(byte[] png, int start, int number) {
        String place = "byte " + start + " (chunk " + (number + 1) + ")";
        if (number == MOST_CHUNKS) {
            throw new BadPicture(place, "one more chunk", "at most " + MOST_CHUNKS, "");
        }
        int left = png.length - start;
        if (left < AROUND) {
            throw new BadPicture(place, "the end of the file", "a chunk, or IEND before", "PNG 5.6");
        }
        ByteBuffer bytes = ByteBuffer.wrap(png);
        int length = bytes.getInt(start);
        if (length < 0 || length > left - AROUND) {
            throw new BadPicture(
                    place,
                    "a chunk of " + Integer.toUnsignedString(length) + " bytes",
                    "at most the " + (left - AROUND) + " bytes that are left",
                    "PNG 5.3");
        }
        String type = type(png, start + 4, place);
        if (bytes.getInt(start + 8 + length) != checkSum(png, start + 4, length)) {
            throw new BadPicture(
                    place, "a chunk " + type + " with the wrong check sum", "its bytes unchanged", "PNG 5.3");
        }
        Chunk chunk = new Chunk(type, start, length);
        checkOrder(chunk, number, place);
        return chunk;
    }

    private static String type(byte[] png, int start, String place) {
        for (int i = start; i < start + 4; i++) {
            int letter = png[i] | 0x20;
            if (letter < 'a' || letter > 'z') {
                throw new BadPicture(
                        place, "the byte " + (png[i] & 0xff) + " in a chunk's type", "four letters", "PNG 5.3");
            }
        }
        return new String(png, start, 4, StandardCharsets.US_ASCII);
    }

    private static void checkOrder(Chunk chunk, int number, String place) {
        boolean isHeader = chunk.type().equals("IHDR");
        if (isHeader != (number == 0)) {
            throw new BadPicture(place, "a chunk " + chunk.type(), "IHDR first, once", "PNG 5.6");
        }
        if (isHeader && chunk.length() != HEADER) {
            throw new BadPicture(place, "IHDR of " + chunk.length() + " bytes", HEADER + " bytes", "PNG 11.2.1");
        }
    }

    /** Over type and data. */
    private static int checkSum(byte[] bytes, int type, int dataLength) {
        CRC32 sum = new CRC32();
        sum.update(bytes, type, 4 + dataLength);
        return (int) sum.getValue();
    }
}
