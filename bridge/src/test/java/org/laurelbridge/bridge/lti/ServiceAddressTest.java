package org.laurelbridge.bridge.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceAddressTest {
    private static final LtiPlatform CAMPUS = TestPlatform.platform();

    @Test
    void of_encryptedAddressOfAnyHost_mayBeKept() {
        URI other = URI.create("https://services.example.net/items?x=1");
        assertThat(ServiceAddress.of(CAMPUS, other)).contains(other);
        assertThat(ServiceAddress.isOwn(CAMPUS, other)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://moodle.example.org/items",
                "ftp://moodle.example.org/items",
                "/items",
                "https:items",
                "https://ada@moodle.example.org/items",
                "https://moodle.example.org/items#top"
            })
    void of_anythingElse_isLeftOut(String address) {
        assertThat(ServiceAddress.of(CAMPUS, URI.create(address))).isEmpty();
    }

    @Test
    void of_longerThan2000_isLeftOut() {
        String base = "https://moodle.example.org/";
        assertThat(ServiceAddress.of(CAMPUS, URI.create(base + "a".repeat(2_000 - base.length()))))
                .isPresent();
        assertThat(ServiceAddress.of(CAMPUS, URI.create(base + "a".repeat(2_001 - base.length()))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://moodle.example.org/a", "HTTPS://Moodle.example.org:443/b?c"})
    void isOwn_onTheServersOfThePlatform(String address) {
        assertThat(ServiceAddress.isOwn(CAMPUS, URI.create(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://moodle.example.org/a",
                "https://moodle.example.org:8443/a",
                "https://moodle.example.org.evil.example/a",
                "https:a"
            })
    void isOwn_elsewhere_isNot(String address) {
        assertThat(ServiceAddress.isOwn(CAMPUS, URI.create(address))).isFalse();
    }
}
