package org.laurelbridge.bridge.issue.bake;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Pictures to put credentials in, and to break. */
public final class Bytes {

    static final String SVG = """
            <?xml version="1.0"?>
            <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
            <!-- <svg> -->
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" data-x='a>b'><title>Ünï &lt;é&gt;</title>\r
            <style><![CDATA[ a > b { } <svg> ]]></style><g><g/><path d="M0 0"/></g></svg>
            """;

    private Bytes() {}

    public static byte[] png() {
        BufferedImage image = new BufferedImage(24, 24, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(3, 4, 0x80ff0000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** With one more chunk before the pixels. */
    public static byte[] png(String type, byte[] data) {
        byte[] png = png();
        int place = PngChunks.of(png).list().get(1).start();
        byte[] head = Arrays.copyOf(png, place);
        byte[] tail = Arrays.copyOfRange(png, place, png.length);
        return joined(head, PngChunks.written(type, data), tail);
    }

    /** Of these two chunks. */
    public static byte[] png(byte[] header, byte[] pixels) {
        return joined(
                Arrays.copyOf(png(), 8),
                PngChunks.written("IHDR", header),
                PngChunks.written("IDAT", pixels),
                PngChunks.written("IEND", new byte[0]));
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater(9);
        deflater.setInput(plain);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] piece = new byte[8_192];
        while (!deflater.finished()) {
            out.write(piece, 0, deflater.deflate(piece));
        }
        deflater.end();
        return out.toByteArray();
    }

    /** The same with a few bytes changed, left out, doubled or brought from elsewhere in it. */
    public static byte[] mutated(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int left = 1 + random.nextInt(4); left > 0 && bytes.length > 0; left--) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(1 + random.nextInt(12), bytes.length - at);
            byte[] head = Arrays.copyOf(bytes, at);
            byte[] piece = Arrays.copyOfRange(bytes, at, at + length);
            byte[] tail = Arrays.copyOfRange(bytes, at + length, bytes.length);
            int from = random.nextInt(bytes.length - length + 1);
            byte[] other = Arrays.copyOfRange(bytes, from, from + length);
            bytes = switch (random.nextInt(5)) {
                case 0 -> {
                    bytes[at] = (byte) random.nextInt();
                    yield bytes;
                }
                case 1 -> joined(head, tail);
                case 2 -> joined(head, piece, piece, tail);
                case 3 -> joined(head, other, tail);
                default -> random.nextInt(8) == 0 ? head : joined(head, piece, other, tail);
            };
        }
        return bytes;
    }

    /** With the check sums of all chunks made right again, as far as there are chunks. */
    public static byte[] mended(byte[] png) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer bytes = ByteBuffer.wrap(png);
        int next = 8;
        out.write(png, 0, Math.min(8, png.length));
        while (next + 12 <= png.length) {
            int length = Math.min(Math.max(0, bytes.getInt(next)), png.length - next - 12);
            String type = new String(png, next + 4, 4, StandardCharsets.ISO_8859_1);
            byte[] data = Arrays.copyOfRange(png, next + 8, next + 8 + length);
            byte[] written = PngChunks.written("aaaa", data);
            boolean isName = type.matches("[A-Za-z]{4}");
            out.writeBytes(isName ? PngChunks.written(type, data) : written);
            next += 12 + length;
        }
        return out.toByteArray();
    }

    static List<String> texts() {
        return List.of(
                "{\"a\":\"x]]>y]]>]]>\"}",
                "{\"name\":\"Größe 网络 🏆 &amp; <b>\"}",
                "{\n  \"a\": [1, 2]\n}",
                "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln-_A");
    }
}
