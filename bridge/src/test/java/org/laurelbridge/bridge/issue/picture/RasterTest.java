package org.laurelbridge.bridge.issue.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RasterTest {

    private static final Picture PICTURE = new Picture(Letters.load());
    private static final Colour BLUE = new Colour(0x1f4e79);

    @ParameterizedTest
    @EnumSource
    void png_showsTheDesign(BadgeShape shape) throws IOException {
        String svg = PICTURE.of(
                "b",
                "T",
                new PictureDesign(
                        shape, BLUE, new Colour(0xe9b949), Colour.WHITE, BadgeIcon.STAR, List.of("IIII"), "X"));

        BufferedImage image = image(Raster.png(svg, 400));

        assertThat(image.getWidth()).isEqualTo(400);
        assertThat(image.getHeight()).isEqualTo(400);
        assertThat(image.getRGB(0, 0) >>> 24).isZero();
        assertThat(image.getRGB(399, 399) >>> 24).isZero();
        assertThat(count(image, 0xffffffff)).as("ink").isGreaterThan(3_000);
        assertThat(count(image, 0xffe9b949)).as("edge").isGreaterThan(8_000);
    }

    @Test
    void png_sameIn_sameOut() {
        String svg = PICTURE.of("b", "Kubernetes fundamentals");

        assertThat(Raster.png(svg, 512)).isEqualTo(Raster.png(svg, 512));
    }

    @Test
    void png_letters_makeADifference() {
        assertThat(Raster.png(PICTURE.of("b", "Kubernetes"), 64))
                .isNotEqualTo(Raster.png(PICTURE.of("b", "Kubernotes"), 64));
    }

    @Test
    void png_ofNoSize_isRefused() {
        assertThatThrownBy(() -> Raster.png(PICTURE.of("b", "x"), 0)).hasMessageContaining("expected 1 to 2048");
        assertThatThrownBy(() -> Raster.png(PICTURE.of("b", "x"), 2_049)).hasMessageContaining("expected 1 to 2048");
    }

    private static long count(BufferedImage image, int colour) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return java.util.Arrays.stream(pixels).filter(pixel -> pixel == colour).count();
    }

    private static BufferedImage image(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
