package org.laurelbridge.bridge.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LtiPlatformTest {
    private static LtiPlatform platform(String issuer, String client, String token) {
        URI address = URI.create(token);
        return new LtiPlatform(
                UUID.randomUUID(), client, issuer, client, address, address, token, address, false, Set.of());
    }

    @Test
    void sitesThatShareAnIssuer_shareTheirUsersButNoCourse() {
        LtiPlatform one = platform("https://canvas.example", "10", "https://canvas.example/login/oauth2/token");
        LtiPlatform other = platform("https://canvas.example", "11", "https://canvas.example/login/oauth2/token");

        assertThat(one.root()).isEqualTo(other.root());
        assertThat(one.system()).isNotEqualTo(other.system());
    }

    @Test
    void moodle_isOneSite_howeverOftenLaurelIsRegisteredThere() {
        LtiPlatform one = platform("https://lms.example/", "a", "https://lms.example/mod/lti/token.php");
        LtiPlatform other = platform("https://lms.example", "b", "https://lms.example/mod/lti/token.php");

        assertThat(one.system()).isEqualTo(other.system()).isEqualTo("https://lms.example");
    }
}
