package org.laurelbridge.bridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.7, 10.0.0.7, true",
        "10.0.0.7, 10.0.0.8, false",
        "10.1.2.3/8, 10.255.0.1, true",
        "10.0.0.0/9, 10.127.0.1, true",
        "10.0.0.0/9, 10.128.0.1, false",
        "0.0.0.0/0, 192.0.2.1, true",
        "0.0.0.0/0, ::1, false",
        "fd00::/8, fdff::1, true",
        "fd00::/8, fe00::1, false",
        "::ffff:10.0.0.7, 10.0.0.7, true"
    })
    void holds_whatBeginsAlike(String network, String address, boolean isHeld) {
        assertThat(Network.of(network)
                        .orElseThrow()
                        .holds(Network.address(address).orElseThrow()))
                .isEqualTo(isHeld);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "10.0.0",
                "10.0.0.256",
                "10.0.0.0/33",
                "fd00::/129",
                "10.0.0.0/",
                "1:2",
                "*",
                "::g"
            })
    void of_anythingElse_isNone(String text) {
        assertThat(Network.of(text)).isEmpty();
    }
}
