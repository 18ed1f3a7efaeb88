package org.laurelbridge.bridge.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurelbridge.bridge.issue.Addresses.AwardForm;
import org.laurelbridge.bridge.issue.Addresses.AwardPlace;
import org.laurelbridge.bridge.issue.Addresses.BadgeEdition;
import org.laurelbridge.bridge.issue.Addresses.BadgeForm;
import org.laurelbridge.bridge.issue.Addresses.BadgePlace;
import org.laurelbridge.bridge.issue.Addresses.IssuerForm;
import org.laurelbridge.bridge.issue.Addresses.IssuerPlace;
import org.laurelbridge.bridge.issue.Addresses.KeyForm;
import org.laurelbridge.bridge.issue.Addresses.KeyPlace;
import org.laurelbridge.bridge.issue.Addresses.NewestBadge;
import org.laurelbridge.bridge.issue.Addresses.RefreshPlace;
import org.laurelbridge.bridge.issue.Addresses.StatusListPlace;

class AddressesTest {

    private final Addresses addresses = new Addresses(URI.create("https://example.org/laurel/"));

    @ParameterizedTest
    @EnumSource
    void parse_awardMade_isTheSame(AwardForm form) {
        assertThat(addresses.parse(addresses.award(Issued.AWARD, form))).contains(new AwardPlace(Issued.AWARD, form));
    }

    @ParameterizedTest
    @EnumSource
    void parse_badgeMade_isTheSame(BadgeForm form) {
        assertThat(addresses.parse(addresses.badge("a b/ü+%", 12, form))).contains(new BadgePlace("a b/ü+%", 12, form));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "pt-BR", "zh-Hant-TW", "es-419"})
    void parse_editionMade_isTheSame(String language) {
        assertThat(addresses.parse(addresses.badge("k8s", 12, language)))
                .contains(new BadgeEdition("k8s", 12, language));
    }

    @ParameterizedTest
    @EnumSource
    void parse_issuerMade_isTheSame(IssuerForm form) {
        assertThat(addresses.parse(addresses.issuer(form))).contains(new IssuerPlace(form));
    }

    @Test
    void parse_newestBadgeAndKeyMade_areTheSame() {
        assertThat(addresses.parse(addresses.badge("k8s"))).contains(new NewestBadge("k8s"));
        for (KeyForm form : KeyForm.values()) {
            assertThat(addresses.parse(addresses.key("z6Mk", form))).contains(new KeyPlace("z6Mk", form));
        }
    }

    @Test
    void parse_statusAndRefreshMade_areTheSame() {
        UUID id = UUID.randomUUID();

        assertThat(addresses.parse(addresses.status(id))).contains(new StatusListPlace(id));
        assertThat(addresses.parse(addresses.refresh(id))).contains(new RefreshPlace(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "badges/k8s",
                "/badges",
                "/badges/",
                "/badges/k8s/0",
                "/badges/k8s/x",
                "/badges/k8s/1/other",
                "/badges/k8s/1/ob2.json/x",
                "/badges/%zz",
                "/awards",
                "/awards/1-2-3-4-5",
                "/awards/6f7a1c1e-2f0b-8a43-9d5e-0f1e2d3c4b5a/other",
                "/issuer/other",
                "/issuer/keys",
                "/issuer/keys/z6Mk/other",
                "/issuer/keys/z6Mk/ob2.json/x",
                "/status/1",
                "/status",
                "/refresh/6f7a1c1e-2f0b-8a43-9d5e-0f1e2d3c4b5a/x"
            })
    void parse_anythingElse_isEmpty(String path) {
        assertThat(Addresses.parse(path)).isEmpty();
    }

    @Test
    void parse_otherInstallation_isEmpty() {
        assertThat(addresses.parse(URI.create("https://example.org/laurels/badges/k8s")))
                .isEmpty();
    }

    @Test
    void make_standsBelowThePublicUrl() {
        assertThat(addresses.badge("k8s-quiz", 1, BadgeForm.OB2))
                .hasToString("https://example.org/laurel/badges/k8s-quiz/1/ob2.json");
        assertThat(addresses.at("my")).hasToString("https://example.org/laurel/my");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org",
                "https:///x",
                "example.org",
                "https://e.org?a=b",
                "https://e.org#a",
                "https://u:p@e.org"
            })
    void new_unusablePublicUrl_saysWhatIsExpected(String publicUrl) {
        assertThatThrownBy(() -> new Addresses(URI.create(publicUrl)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("public-url is " + publicUrl)
                .hasMessageContaining("expected http or https");
    }
}
