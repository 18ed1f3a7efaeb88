package org.laurelbridge.xapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Utf8Test {
    /** Where the rules of UTF-8 change, with their neighbours. */
    private static final int[] EDGES = {
        0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF
    };

    @Test
    void firstInvalid_ofEverySequence_agreesWithTheJdk() {
        for (int length = 0; length <= 4; length++) {
            agree(new byte[length], 0);
        }
    }

    private static void agree(byte[] bytes, int from) {
        if (from == bytes.length) {
            boolean valid = Arrays.equals(new String(bytes, UTF_8).getBytes(UTF_8), bytes);
            if (valid != (Utf8.firstInvalid(bytes) < 0)) {
                throw new AssertionError(Arrays.toString(bytes));
            }
            return;
        }
        for (int edge : EDGES) {
            bytes[from] = (byte) edge;
            agree(bytes, from + 1);
        }
    }

    @Test
    void firstInvalid_isItsPlace_orTheLengthOfWhatIsCut() {
        assertThat(Utf8.firstInvalid("aü€😀".getBytes(UTF_8))).isEqualTo(-1);
        assertThat(Utf8.firstInvalid(new byte[] {'a', (byte) 0xC3, 'b'})).isEqualTo(2);
        assertThat(Utf8.firstInvalid(new byte[] {'a', (byte) 0xC3})).isEqualTo(2);
        assertThat(Utf8.problem(new byte[] {'\n', 'a', (byte) 0xC3}, 3))
                .hasToString("line 2, column 3 (byte 3): found a cut character, expected UTF-8 (RFC 8259 8.1)");
        assertThat(Utf8.problem(new byte[] {'a', (byte) 0xC3, 'b'}, 1))
                .hasToString("line 1, column 2 (byte 1): found the byte 0xC3, expected UTF-8 (RFC 8259 8.1)");
    }
}
