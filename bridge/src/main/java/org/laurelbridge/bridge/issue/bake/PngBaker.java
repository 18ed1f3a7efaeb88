package org.laurelbridge.bridge.issue.bake;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.laurelbridge.bridge.issue.bake.PngChunks.Chunk;

/** Puts a credential into a PNG: one text chunk before the pixels. Every other byte stays. */
public final class PngBaker {

    private PngBaker() {}

    /**
     * A picture with this credential; an earlier one of the same kind is gone.
     *
     * @param png whole, below 2 GB
     * @param text a JSON object or a compact JWS; for Open Badges 2.0 also an address
     * @throws BadPicture when it is no PNG, or the text no credential
     */
    public static byte[] bake(byte[] png, BakedKind kind, String text) {
        Baked baked = Baked.of(kind, text, "the credential");
        PngChunks chunks = PngChunks.of(png);
        PngText texts = new PngText(chunks, png.length);
        byte[] chunk = PngText.chunk(kind.keyword(), baked.text());
        ByteArrayOutputStream out = new ByteArrayOutputStream(png.length + chunk.length);
        int copied = 0;
        boolean isIn = false;
        for (Chunk one : chunks.list()) {
            if (!isIn && isAfter(one)) {
                out.write(png, copied, one.start() - copied);
                out.writeBytes(chunk);
                copied = one.start();
                isIn = true;
            }
            if (texts.kind(one).equals(Optional.of(kind))) {
                out.write(png, copied, one.start() - copied);
                copied = one.end();
            }
        }
        out.write(png, copied, png.length - copied);
        return out.toByteArray();
    }

    private static boolean isAfter(Chunk chunk) {
        return chunk.type().equals("IDAT") || chunk.type().equals("IEND");
    }
}
