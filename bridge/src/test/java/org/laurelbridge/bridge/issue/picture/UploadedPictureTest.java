package org.laurelbridge.bridge.issue.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurelbridge.bridge.issue.bake.Bytes;
import org.laurelbridge.bridge.issue.bake.PngChunks;

class UploadedPictureTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "png, 300, 200, 300",
        "jpeg, 300, 200, 300",
        "png, 40, 1500, 1024",
        "jpeg, 3000, 3000, 1024",
        "png, 1, 1, 1"
    })
    void of_picture_isSquareAndNotTooLarge(String format, int width, int height, int side) throws IOException {
        BufferedImage taken = accepted(encoded(format, red(width, height), false));

        assertThat(taken.getWidth()).isEqualTo(side);
        assertThat(taken.getHeight()).isEqualTo(side);
        assertThat(new Color(taken.getRGB(side / 2, side / 2)).getRed()).isGreaterThan(250);
        assertThat(taken.getRGB(0, 0) >>> 24).isEqualTo(width == height ? 255 : 0);
    }

    @Test
    void of_progressiveJpegAndPalette_areTaken() throws IOException {
        assertThat(accepted(encoded("jpeg", red(100, 100), true)).getWidth()).isEqualTo(100);
        BufferedImage palette = new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_INDEXED);
        palette.setRGB(4, 4, 0xffff0000);
        assertThat(accepted(encoded("png", palette, false)).getRGB(4, 4)).isEqualTo(0xffff0000);
    }

    @Test
    void of_picture_keepsNothingButPixels() {
        byte[] png = Bytes.png("tEXt", Bytes.utf8("Author\0Ada Lovelace"));
        byte[] jpeg = encoded("jpeg", red(20, 20), false);
        byte[] comment = Bytes.joined(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 14}, Bytes.utf8("Ada Lovelace"));
        byte[] spoken = Bytes.joined(Arrays.copyOf(jpeg, 2), comment, Arrays.copyOfRange(jpeg, 2, jpeg.length));
        byte[] tail = Bytes.joined(encoded("png", red(20, 20), false), Bytes.utf8("Ada Lovelace"));

        for (byte[] file : List.of(png, spoken, tail)) {
            byte[] taken =
                    ((UploadedPicture.Accepted) UploadedPicture.of(file)).png().bytes();
            assertThat(new String(taken, StandardCharsets.ISO_8859_1)).doesNotContain("Lovelace");
            assertThat(PngChunks.of(taken).list())
                    .extracting(PngChunks.Chunk::type)
                    .containsOnly("IHDR", "IDAT", "IEND");
        }
    }

    @Test
    void of_whatIsNotTaken_saysWhy() {
        assertThat(refused(Bytes.utf8("<svg xmlns='http://www.w3.org/2000/svg'/>")))
                .isEqualTo("the picture: found an SVG, expected a PNG or a JPEG");
        assertThat(refused(new byte[0])).contains("found an empty file");
        assertThat(refused(Bytes.utf8("GIF89a"))).contains("found a GIF");
        assertThat(refused(new byte[2_000_001])).contains("found a file of 2000001 bytes, expected at most 2000000");
        assertThat(refused(bomb(4_097, 10, 8, 0, 1_000)))
                .contains("found 4097 × 10 pixels, expected at least 1 × 1, at most 4096 × 4096");
        assertThat(refused(bomb(-1, -1, 8, 0, 1_000))).contains("found 4294967295 × 4294967295 pixels");
        assertThat(refused(bomb(0, 10, 8, 0, 1_000))).contains("found 0 × 10 pixels");
        assertThat(refused(Arrays.copyOf(encoded("jpeg", red(20, 20), false), 100)))
                .contains("T.81 B.1");
        assertThat(refused(bomb(100, 100, 8, 0, 10))).contains("found a PNG that cannot be decoded");
        byte[] progressive = encoded("jpeg", new BufferedImage(2_100, 2_000, BufferedImage.TYPE_BYTE_GRAY), true);
        assertThat(refused(progressive)).contains("found a progressive JPEG of 4200000 pixels");
    }

    @Test
    void of_manyScans_isRefused() {
        byte[] jpeg = encoded("jpeg", red(20, 20), true);
        byte[][] scans = new byte[70][];
        Arrays.fill(scans, new byte[] {(byte) 0xff, (byte) 0xda, 0, 2});

        assertThat(refused(Bytes.joined(jpeg, Bytes.joined(scans)))).contains("expected at most 64");
    }

    /** The heap of the child is the bound: what takes more ends it. */
    @Test
    void of_bombsAndBrokenFiles_takeLessThan64MegabytesAndNeverThrow() throws Exception {
        List<byte[]> files = List.of(
                bomb(4_096, 4_096, 16, 0, Integer.MAX_VALUE),
                bomb(4_096, 4_096, 16, 1, Integer.MAX_VALUE),
                bomb(4_096, 4_096, 8, 0, Integer.MAX_VALUE),
                Bytes.png("zTXt", Bytes.joined(Bytes.utf8("a\0\0"), zeroes(60_000_000))),
                Bytes.png("iCCP", Bytes.joined(Bytes.utf8("a\0\0"), zeroes(60_000_000))),
                encoded("jpeg", new BufferedImage(4_096, 4_096, BufferedImage.TYPE_INT_RGB), false),
                encoded("jpeg", new BufferedImage(2_000, 2_000, BufferedImage.TYPE_INT_RGB), true));
        for (int i = 0; i < files.size(); i++) {
            Files.write(folder.resolve("bomb" + i), files.get(i));
        }
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        // the default one has no room for what is larger than half of its regions, however much is free
                        "-XX:+UseSerialGC",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(output.lines().toList()).containsExactly("7 of 7 bombs taken", "fuzzed");
        }
        assertThat(child.waitFor()).isZero();
    }

    /** Takes the files of a folder, then thousands of broken ones. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws IOException {
            int taken = 0;
            for (int i = 0; i < 7; i++) {
                byte[] file = Files.readAllBytes(Path.of(arguments[0], "bomb" + i));
                taken += UploadedPicture.of(file) instanceof UploadedPicture.Accepted ? 1 : 0;
            }
            System.out.println(taken + " of 7 bombs taken");
            Random random = new Random(11);
            List<byte[]> whole = List.of(
                    Bytes.png("tRNS", new byte[6]),
                    encoded("jpeg", red(33, 17), false),
                    encoded("jpeg", red(33, 17), true),
                    encoded("png", new BufferedImage(31, 9, BufferedImage.TYPE_BYTE_INDEXED), false));
            for (int round = 0; round < 8_000; round++) {
                byte[] file = whole.get(round % 4);
                byte[] broken = Bytes.mutated(file, random);
                UploadedPicture.of(PngChunks.isPng(file) && broken.length > 8 ? Bytes.mended(broken) : broken);
            }
            System.out.println("fuzzed");
        }
    }

    private static BufferedImage accepted(byte[] file) throws IOException {
        UploadedPicture picture = UploadedPicture.of(file);
        assertThat(picture).isInstanceOf(UploadedPicture.Accepted.class);
        return ImageIO.read(new ByteArrayInputStream(
                ((UploadedPicture.Accepted) picture).png().bytes()));
    }

    private static String refused(byte[] file) {
        UploadedPicture picture = UploadedPicture.of(file);
        assertThat(picture).isInstanceOf(UploadedPicture.Refused.class);
        return ((UploadedPicture.Refused) picture).problem().toString();
    }

    private static BufferedImage red(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    private static byte[] encoded(String format, BufferedImage image, boolean isProgressive) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (isProgressive) {
                how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** RGBA of zeroes alone, at most so many bytes of pixels. */
    private static byte[] bomb(int width, int height, int depth, int interlace, int most) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) depth)
                .put(new byte[] {6, 0, 0, (byte) interlace})
                .array();
        long pixels =
                Math.min(most, (long) Math.max(0, width) * Math.max(0, height) * depth / 2 + 16L * Math.max(0, height));
        return Bytes.png(header, zeroes((int) pixels));
    }

    private static byte[] zeroes(int count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            byte[] piece = new byte[8_192];
            for (int left = count; left > 0; left -= piece.length) {
                out.write(piece, 0, Math.min(left, piece.length));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
