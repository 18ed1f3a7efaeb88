package org.laurelbridge.webapp.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTextTest {

    @Test
    void read_decodesNamesAndValues() {
        Map<String, byte[]> pairs = read("a%20b=1+2%2B3&&empty=&none&c==");
        assertThat(pairs.keySet()).containsExactly("a b", "empty", "none", "c");
        assertThat(pairs.get("a b")).asString(StandardCharsets.UTF_8).isEqualTo("1 2+3");
        assertThat(pairs.get("c")).asString(StandardCharsets.UTF_8).isEqualTo("=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%2", "%zz=1", "a=%2&b=1", "a=1&a=2"})
    void read_refusesWhatHasNoOneMeaning(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(XapiRefusal.class);
    }

    private static Map<String, byte[]> read(String text) {
        return FormText.read(text.getBytes(StandardCharsets.ISO_8859_1), "query");
    }
}
