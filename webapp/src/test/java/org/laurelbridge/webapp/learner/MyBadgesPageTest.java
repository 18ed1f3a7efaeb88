package org.laurelbridge.webapp.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurelbridge.webapp.learner.MyBadgesPage.UnderWay;

class MyBadgesPageTest {

    @Test
    void pictures_ofTheNearestAloneAreShownAtOnce() {
        assertThat(page(52).nearest()).extracting(UnderWay::title).hasSize(24).startsWith("Badge 0");
        assertThat(page(52).further()).extracting(UnderWay::title).hasSize(28).endsWith("Badge 51");
        assertThat(page(24).further()).isEmpty();
        assertThat(page(0).nearest()).isEmpty();
    }

    @SuppressWarnings("NullAway")
    private static MyBadgesPage page(int underWay) {
        List<UnderWay> all = IntStream.range(0, underWay)
                .mapToObj(number ->
                        new UnderWay("Badge " + number, null, "/picture", "/badge", false, "", 0, 0, List.of(), null))
                .toList();
        return new MyBadgesPage(null, 0, List.of(), List.of(), List.of(), List.of(), all, List.of(), 0);
    }
}
