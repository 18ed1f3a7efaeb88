package org.laurelbridge.bridge.issue.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.laurelbridge.bridge.issue.bake.BadPicture;
import org.laurelbridge.bridge.issue.bake.PngChunks;
import org.laurelbridge.xapi.Problem;

/** Pixels out of a file that was checked. */
final class Decoding {

    /** More are thinned out while they are read, so that they never stand in memory together. */
    private static final int MOST_READ = 2_048;
    /** The decoder holds all of a progressive picture, six bytes a pixel. */
    private static final long MOST_PROGRESSIVE = 4_000_000;

    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private final String format;
    private final byte[] file;
    private final int width;
    private final int height;

    /** @param file without anything but the picture */
    private Decoding(String format, byte[] file, long width, long height) {
        if (width < 1 || height < 1 || width > UploadedPicture.MOST_PIXELS || height > UploadedPicture.MOST_PIXELS) {
            String most = UploadedPicture.MOST_PIXELS + " × " + UploadedPicture.MOST_PIXELS;
            throw bad(width + " × " + height + " pixels", "at least 1 × 1, at most " + most);
        }
        this.format = format;
        this.file = file;
        this.width = (int) width;
        this.height = (int) height;
    }

    static Decoding png(PngChunks chunks) {
        byte[] bare = chunks.only(chunks.list().stream()
                .filter(chunk -> NEEDED.contains(chunk.type()))
                .toList());
        return new Decoding("png", bare, chunks.width(), chunks.height());
    }

    static Decoding jpeg(Jpeg jpeg) {
        long pixels = (long) jpeg.width() * jpeg.height();
        if (jpeg.isProgressive() && pixels > MOST_PROGRESSIVE) {
            throw bad(
                    "a progressive JPEG of " + pixels + " pixels",
                    "at most " + MOST_PROGRESSIVE + ", or one that is not progressive");
        }
        return new Decoding("jpeg", jpeg.bare(), jpeg.width(), jpeg.height());
    }

    /** In the middle of a transparent square, not larger than it was. */
    BufferedImage square() {
        BufferedImage image = read();
        double scale =
                Math.min(1, UploadedPicture.LARGEST_SIDE / (double) Math.max(image.getWidth(), image.getHeight()));
        int width = (int) Math.max(1, Math.round(image.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(image.getHeight() * scale));
        int side = Math.max(width, height);
        BufferedImage square = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = square.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, (side - width) / 2, (side - height) / 2, width, height, null);
        } finally {
            graphics.dispose();
        }
        return square;
    }

    private BufferedImage read() {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            ImageReadParam how = reader.getDefaultReadParam();
            int every = (Math.max(width, height) + MOST_READ - 1) / MOST_READ;
            how.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, how);
        } catch (IOException | RuntimeException broken) {
            // the decoders throw whatever comes: each kind of damage its own exception
            throw bad(
                    "a " + format.toUpperCase(Locale.ROOT) + " that cannot be decoded: " + broken.getMessage(),
                    "a PNG, or a JPEG in grey or RGB");
        } finally {
            reader.dispose();
        }
    }

    private static BadPicture bad(String found, String expected) {
        return new BadPicture(new Problem("the picture", found, expected, ""));
    }
}
