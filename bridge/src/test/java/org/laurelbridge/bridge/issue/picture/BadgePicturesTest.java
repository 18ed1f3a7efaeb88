package org.laurelbridge.bridge.issue.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BadgePicturesTest {

    @Test
    void of_askedForByManyAtOnce_isDrawnOnce() {
        Pictures pictures = mock(Pictures.class);
        BadgePictures drawn = new BadgePictures(pictures, Letters.load());

        IntStream.range(0, 8)
                .parallel()
                .forEach(one ->
                        assertThat(drawn.of("k8s-quiz", "Kubernetes").png()).isNotEmpty());

        verify(pictures, times(1)).find("k8s-quiz");
    }
}
