package org.laurelbridge.bridge.deliver.ags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class AgsSettingsTest {

    private static final URI ROOT = URI.create("https://lms.example/moodle/");

    private static AgsSettings with(String token, String lineItems) {
        return new AgsSettings(
                "campus",
                ROOT,
                AgsSettings.Habits.OTHER,
                "client",
                "7",
                URI.create(token),
                token,
                lineItems,
                AgsSettings.MOODLE_MEMBERSHIPS);
    }

    @Test
    void moodle_knowsAllAddressesFromTheRoot() {
        AgsSettings settings = AgsSettings.moodle("campus", ROOT, "client", "7");

        assertThat(settings.tokenEndpoint()).hasToString("https://lms.example/moodle/mod/lti/token.php");
        assertThat(settings.audience()).isEqualTo("https://lms.example/moodle/mod/lti/token.php");
        assertThat(settings.lineItemsOf("2"))
                .contains(URI.create("https://lms.example/moodle/mod/lti/services.php/2/lineitems?type_id=7"));
        assertThat(settings.membershipsOf("2"))
                .contains(URI.create(
                        "https://lms.example/moodle/mod/lti/services.php/CourseSection/2/bindings/7/memberships"));
    }

    @Test
    void lineItemsOf_aHostileCourse_staysInItsPlace() {
        assertThat(AgsSettings.moodle("campus", ROOT, "client", "7").lineItemsOf("../../x?y#z"))
                .contains(URI.create(
                        "https://lms.example/moodle/mod/lti/services.php/..%2F..%2Fx%3Fy%23z/lineitems?type_id=7"));
    }

    @Test
    void lineItemsOf_aWholeAddress_isBelievedOnThePlatformsServersAlone() {
        AgsSettings settings = with("https://sso.example/token", "{course}");

        assertThat(settings.lineItemsOf("https://lms.example/api/lti/courses/2/line_items"))
                .isPresent();
        assertThat(settings.lineItemsOf("https://elsewhere.example/line_items")).isEmpty();
        assertThat(settings.lineItemsOf("not an address")).isEmpty();
    }

    @Test
    void settings_withPlainHttpUnderAnHttpsRoot_areRefused() {
        assertThatThrownBy(() -> with("http://lms.example/token", AgsSettings.MOODLE_LINE_ITEMS))
                .hasMessageContaining("target campus")
                .hasMessageContaining("expected https");
    }

    @Test
    void below_putsThePartBeforeTheQuery() {
        assertThat(Address.below(URI.create("https://lms.example/7/lineitem?type_id=1"), "/scores"))
                .hasToString("https://lms.example/7/lineitem/scores?type_id=1");
        assertThat(Address.below(URI.create("https://lms.example/7"), "/scores"))
                .hasToString("https://lms.example/7/scores");
    }
}
