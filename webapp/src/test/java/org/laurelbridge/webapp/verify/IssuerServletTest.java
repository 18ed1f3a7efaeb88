package org.laurelbridge.webapp.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.issue.Credentials;
import org.laurelbridge.bridge.issue.Earnings;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.ob2.RevocationList;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Route;

class IssuerServletTest {
    private final IssuerIdentity issuer = Issued.issuer(Issued.PUBLIC);
    private final RevocationList revoked =
            new RevocationList(mock(Credentials.class), mock(Earnings.class), issuer, () -> Site.NOW);
    private final Site site = new Site((sessions, pages) ->
            List.of(Route.of(Access.PUBLIC, new IssuerServlet(issuer, revoked, pages), "/issuer", "/issuer/*")));

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void keysAndRevocations_areKeptForHalfAMinute() {
        for (String document : List.of("did.json", "jwks.json", "ob2.json", "ob2-revoked.json")) {
            assertThat(site.get("/issuer/" + document, "Accept", "*/*")
                            .headers()
                            .firstValue("Cache-Control"))
                    .as(document)
                    .contains("public, max-age=30");
        }
    }

    @Test
    void document_known_isNotSentAgain() {
        String tag = site.get("/issuer/jwks.json", "Accept", "*/*")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        assertThat(site.get("/issuer/jwks.json", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void issuer_hasItsDocuments() {
        String key = issuer.keys().ed25519().id();

        assertThat(site.get("/issuer").body()).contains("Example University", issuer.did());
        assertThat(site.get("/issuer", "Accept", "application/json").body()).contains("\"Profile\"");
        assertThat(site.get("/issuer/ob2.json", "Accept", "*/*").body()).contains("\"Issuer\"");
        assertThat(site.get("/issuer/did.json", "Accept", "*/*").body()).contains("did:web:badges.example.org:issuer");
        assertThat(site.get("/issuer/keys/" + key, "Accept", "*/*").body()).contains("Multikey");
        assertThat(site.get("/issuer/keys/other").statusCode()).isEqualTo(404);
    }
}
