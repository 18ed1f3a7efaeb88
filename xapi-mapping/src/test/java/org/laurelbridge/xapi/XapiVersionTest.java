package org.laurelbridge.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XapiVersionTest {

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.0.0", "1.0.3", "1.0.17", "1.0.9"})
    void negotiate_first(String header) {
        assertThat(XapiVersion.negotiate(header)).contains(XapiVersion.V1_0);
    }

    @Test
    void negotiate_second() {
        assertThat(XapiVersion.negotiate("2.0.0")).contains(XapiVersion.V2_0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0.95", "1.1.0", "1.0.", "1.0.x", "2.0", "2.1.0", " 1.0.3"})
    void negotiate_anyOther_isEmpty(String header) {
        assertThat(XapiVersion.negotiate(header)).isEmpty();
        assertThat(XapiVersion.unknown(header).expected()).isEqualTo("1.0, 1.0.x or 2.0.0");
    }
}
