package org.laurelbridge.bridge.issue.bake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.laurelbridge.bridge.issue.bake.PngChunks.Chunk;

/** Text chunks: iTXt, compressed or not, and tEXt, in which Open Badges began (PNG §11.3.3). */
final class PngText {

    private static final int LONGEST_KEYWORD = 79;
    private static final int PIECE = 8_192;
    /** Keyword and language. */
    private static final int MOST_BEFORE = 1_000;

    private final PngChunks png;
    private final int longest;

    /** @param longest bytes that a text may have */
    PngText(PngChunks png, int longest) {
        this.png = png;
        this.longest = longest;
    }

    /** The uncompressed iTXt chunk with this text. */
    static byte[] chunk(String keyword, String text) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
        // the keyword's end, not compressed, method 0, no language, no translated keyword
        data.writeBytes(new byte[5]);
        data.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return PngChunks.written("iTXt", data.toByteArray());
    }

    /** What kind of credential a chunk says that it holds. */
    Optional<BakedKind> kind(Chunk chunk) {
        boolean isText = chunk.type().equals("iTXt") || chunk.type().equals("tEXt");
        return isText ? BakedKind.ofKeyword(keyword(png.head(chunk, LONGEST_KEYWORD + 1))) : Optional.empty();
    }

    /** The credential in a chunk that has a {@link #kind}. */
    Baked read(Chunk chunk, BakedKind kind) {
        String place = "byte " + chunk.start() + " (" + chunk.type() + " " + kind.keyword() + ")";
        if (chunk.length() > longest + MOST_BEFORE) {
            throw tooLong(place);
        }
        byte[] data = png.data(chunk);
        int start = kind.keyword().length() + 1;
        String text = chunk.type().equals("tEXt")
                ? new String(bounded(data, start, place), StandardCharsets.ISO_8859_1)
                : international(data, start, place);
        return Baked.of(kind, text, place);
    }

    private String international(byte[] data, int start, String place) {
        if (data.length < start + 2 || (data[start] & ~1) != 0 || data[start + 1] != 0) {
            throw new BadPicture(place, "other bytes", "compression flag 0 or 1, method 0", "PNG 11.3.3.4");
        }
        int text = afterZero(data, afterZero(data, start + 2, place), place);
        byte[] utf8 = data[start] == 0 ? bounded(data, text, place) : inflated(data, text, place);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw new BadPicture(place, "bytes that are no UTF-8", "UTF-8", "PNG 11.3.3.4");
        }
    }

    private byte[] bounded(byte[] data, int start, String place) {
        if (data.length - start > longest) {
            throw tooLong(place);
        }
        return Arrays.copyOfRange(data, Math.min(start, data.length), data.length);
    }

    private byte[] inflated(byte[] data, int start, String place) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(data, start, data.length - start);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] piece = new byte[PIECE];
            while (!inflater.finished()) {
                int count = inflater.inflate(piece);
                if (count == 0 && !inflater.finished()) {
                    throw new BadPicture(place, "compressed text that breaks off", "its end", "PNG 10.1");
                }
                if (out.size() + count > longest) {
                    throw tooLong(place);
                }
                out.write(piece, 0, count);
            }
            return out.toByteArray();
        } catch (DataFormatException broken) {
            throw new BadPicture(place, "compressed text that is damaged", "zlib's format", "PNG 10.1");
        } finally {
            inflater.end();
        }
    }

    private BadPicture tooLong(String place) {
        return new BadPicture(place, "a longer text", "at most " + longest + " bytes", "");
    }

    private static int afterZero(byte[] data, int start, String place) {
        for (int i = start; i < data.length; i++) {
            if (data[i] == 0) {
                return i + 1;
            }
        }
        throw new BadPicture(place, "the end of the chunk", "a zero byte and the text", "PNG 11.3.3.4");
    }

    private static String keyword(byte[] data) {
        String head = new String(data, StandardCharsets.ISO_8859_1);
        return head.substring(0, Math.max(0, head.indexOf('\0')));
    }
}
