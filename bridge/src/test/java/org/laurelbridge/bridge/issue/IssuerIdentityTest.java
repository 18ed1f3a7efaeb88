package org.laurelbridge.bridge.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class IssuerIdentityTest {

    @ParameterizedTest
    @CsvSource({
        "https://badges.example.org, did:web:badges.example.org:issuer",
        "https://badges.example.org/, did:web:badges.example.org:issuer",
        "https://Badges.Example.ORG, did:web:badges.example.org:issuer",
        "https://badges.example.org:443, did:web:badges.example.org:issuer",
        "https://badges.example.org:8443, did:web:badges.example.org%3A8443:issuer",
        "https://example.org/laurel, did:web:example.org:laurel:issuer",
        "https://example.org:8443/a/b~c%20d, did:web:example.org%3A8443:a:b%7Ec%20d:issuer"
    })
    void did_httpsWithName_isDidWeb(URI publicUrl, String did) {
        IssuerIdentity issuer = Issued.issuer(publicUrl);

        assertThat(issuer.did()).isEqualTo(did);
        assertThat(issuer.isTrial()).isFalse();
        assertThat(issuer.verificationMethod(issuer.keys().ed25519()))
                .isEqualTo(did + "#" + issuer.keys().ed25519().id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080",
                "http://badges.example.org",
                "https://192.0.2.7",
                "https://192.0.2.7:8443/x",
                "https://[2001:db8::1]",
                "https://localhost:8443",
                "https://laurel.localhost"
            })
    void did_httpOrAddress_isDidKeyAndTrial(URI publicUrl) {
        IssuerIdentity issuer = Issued.issuer(publicUrl);

        assertThat(issuer.did())
                .isEqualTo("did:key:" + issuer.keys().ed25519().id())
                .startsWith("did:key:z6Mk");
        assertThat(issuer.isTrial()).isTrue();
        assertThat(new KeyDocuments(issuer).did()).isEmpty();
    }

    @Test
    void didDocument_ofDidWeb_hasItsKeyByTheNameThatProofsGive() {
        IssuerIdentity issuer = Issued.issuer(Issued.PUBLIC);

        ObjectNode document = new KeyDocuments(issuer).did().orElseThrow();

        assertThat(document.path("id").asString()).isEqualTo(issuer.did());
        assertThat(document.path("assertionMethod").path(0).asString())
                .isEqualTo(issuer.verificationMethod(issuer.keys().ed25519()));
        assertThat(document.path("verificationMethod").path(0).toString())
                .isEqualTo(
                        "{\"id\":\"" + issuer.verificationMethod(issuer.keys().ed25519())
                                + "\",\"type\":\"Multikey\",\"controller\":\""
                                + issuer.did() + "\",\"publicKeyMultibase\":\""
                                + issuer.keys().ed25519().id() + "\"}");
    }

    @Test
    void keyDocument_ofOurKey_isBare() {
        IssuerIdentity issuer = Issued.issuer(Issued.PUBLIC);
        String id = issuer.keys().ed25519().id();

        ObjectNode document = new KeyDocuments(issuer).key(id).orElseThrow();

        assertThat(document.path("id").asString()).isEqualTo("https://badges.example.org/issuer/keys/" + id);
        assertThat(document.path("controller").asString()).isEqualTo(issuer.did());
        assertThat(document.path("publicKeyMultibase").asString()).isEqualTo(id);
        assertThat(new KeyDocuments(issuer).key("z6MkOther")).isEmpty();
    }

    @Test
    void jwks_holdsTheSameKey() {
        IssuerIdentity issuer = Issued.issuer(Issued.PUBLIC);

        JsonNode keys = new KeyDocuments(issuer).jwks().path("keys");

        assertThat(Base64.getUrlDecoder().decode(keys.path(0).path("x").asString()))
                .isEqualTo(issuer.keys().ed25519().publicBytes());
        assertThat(keys.path(1).path("kid").asString())
                .isEqualTo(issuer.keys().rs256().id());
        assertThat(keys.path(1).has("d")).isFalse();
    }

    @Test
    void issuer_ofOb2_hasAllThatIsRequired() {
        IssuerIdentity issuer = Issued.issuer(Issued.PUBLIC);
        String key = "https://badges.example.org/issuer/keys/"
                + issuer.keys().rs256().id() + "/ob2.json";

        assertThat(issuer.toOb2().toString())
                .isEqualTo("{\"@context\":\"https://w3id.org/openbadges/v2\",\"type\":\"Issuer\","
                        + "\"id\":\"https://badges.example.org/issuer/ob2.json\",\"name\":\"Example University\","
                        + "\"url\":\"https://www.example.org/\",\"email\":\"badges@example.org\",\"publicKey\":[\""
                        + key
                        + "\"],\"revocationList\":\"https://badges.example.org/issuer/ob2-revoked.json\"}");
    }

    @Test
    void issuer_ofWhomAllIsTold_saysIt() {
        IssuerIdentity issuer = FullBadge.issuer();

        assertThat(issuer.toOb3().toString()).isEqualTo("""
                {"id":"did:web:badges.example.org:issuer","type":["Profile"],"name":"Example University",\
                "url":"https://www.example.org/","email":"badges@example.org","description":"It teaches.",\
                "phone":"+31201234567","image":{"id":"https://www.example.org/logo.png","type":"Image"},\
                "address":{"type":["Address"],"addressCountry":"Netherlands","addressCountryCode":"NL","addressRegion":"NH",\
                "addressLocality":"Amsterdam","streetAddress":"Dam 1","postalCode":"1012 JS"},\
                "otherIdentifier":[{"type":"IdentifierEntry","identifier":"https://ror.org/04dkp9463",\
                "identifierType":"ext:ror"}]}""");
        assertThat(issuer.toOb2().toString())
                .contains("\"description\":\"It teaches.\",\"telephone\":\"+31201234567\","
                        + "\"image\":\"https://www.example.org/logo.png\",\"publicKey\"");
    }
}
