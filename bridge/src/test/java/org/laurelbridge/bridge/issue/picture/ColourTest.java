package org.laurelbridge.bridge.issue.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ColourTest {

    @Test
    void of_readsSixDigitsAlone() {
        assertThat(Colour.of("#1F4e79").map(Colour::toString)).contains("#1f4e79");
        assertThat(Colour.of("#fff")).isEmpty();
        assertThat(Colour.of("red")).isEmpty();
        assertThat(Colour.of("#1f4e79;")).isEmpty();
        assertThat(Colour.of("#\u0661f4e79")).isEmpty();
    }

    @Test
    void contrast_isThatOfWcag() {
        assertThat(Colour.BLACK.contrast(Colour.WHITE)).isEqualTo(21, within(1e-9));
        assertThat(new Colour(0x777777).contrast(Colour.WHITE)).isEqualTo(4.48, within(0.005));
        assertThat(new Colour(0xff0000).contrast(Colour.WHITE)).isEqualTo(4.00, within(0.005));
        assertThat(new Colour(0x123456).contrast(new Colour(0x123456))).isEqualTo(1);
    }

    @Test
    void readable_isAlwaysReadable() {
        Random random = new Random(1);
        for (int round = 0; round < 10_000; round++) {
            Colour colour = new Colour(random.nextInt(0x1000000));
            assertThat(colour.contrast(colour.readable(new Colour(random.nextInt(0x1000000)))))
                    .isGreaterThanOrEqualTo(Colour.READABLE);
        }
    }

    @Test
    void standard_isReadableForEveryBadge() {
        for (int badge = 0; badge < 2_000; badge++) {
            PictureDesign design = PictureDesign.standard("badge" + badge);
            assertThat(design.background().contrast(design.ink())).isGreaterThanOrEqualTo(Colour.READABLE);
        }
    }
}
