package org.laurelbridge.webapp.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurelbridge.bridge.secret.RandomText;

class MaskTest {
    private final Mask mask = new Mask();
    private final String secret = new RandomText().next();

    @Test
    void aSecret_looksOtherwiseEachTime_andIsRead() {
        Set<String> written = new HashSet<>();
        for (int time = 0; time < 50; time++) {
            String one = mask.put(secret);
            written.add(one);
            assertThat(one).doesNotContain(secret);
            assertThat(mask.take(one)).contains(secret);
        }
        assertThat(written).hasSize(50);
        // no letter stays where it was: packing finds nothing that repeats
        for (int place = 0; place < mask.put(secret).length() - 1; place++) {
            int at = place;
            assertThat(written.stream().map(one -> one.charAt(at)).distinct().count())
                    .isGreaterThan(5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "no base64!", "ÄÖÜ", "YQ", "YWI", "AAAA"})
    void whatIsNoMask_opensNothing(String sent) {
        assertThat(mask.take(sent).orElse("")).isNotEqualTo(secret).hasSizeLessThan(3);
    }
}
