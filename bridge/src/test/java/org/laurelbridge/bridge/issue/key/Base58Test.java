package org.laurelbridge.bridge.issue.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The examples of draft-msporny-base58-03. */
class Base58Test {

    @Test
    void encode_examplesOfTheDraft() {
        assertThat(Base58.encode("Hello World!".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("2NEpo7TZRRrLZSi2U");
        assertThat(Base58.encode(HexFormat.of().parseHex("0000287fb4cd"))).isEqualTo("11233QC4");
    }

    @Test
    void decode_encoded_isTheSame() {
        for (String hex : new String[] {"", "00", "0000", "ff00", "00ff", "0000287fb4cd", "80"}) {
            byte[] bytes = HexFormat.of().parseHex(hex);
            assertThat(Base58.decode(Base58.encode(bytes))).isEqualTo(bytes);
        }
    }

    @Test
    void decode_otherCharacter_saysWhich() {
        assertThatThrownBy(() -> Base58.decode("2N0p"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("character 3 (0) is not of base 58");
    }
}
