package org.laurelbridge.bridge.verify.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebDidTest {

    @ParameterizedTest
    @CsvSource({
        "did:web:example.org, https://example.org/.well-known/did.json",
        "did:web:example.org:issuer, https://example.org/issuer/did.json",
        "did:web:example.org:a:b-c_d.e, https://example.org/a/b-c_d.e/did.json",
        "did:web:example.org%3A8443:issuer, https://example.org:8443/issuer/did.json",
        "did:web:example.org%3a8443, https://example.org:8443/.well-known/did.json",
        "did:web:example.org:%C3%A9cole, https://example.org/%C3%A9cole/did.json"
    })
    void document_standsWhereTheDidSays(String did, URI address) {
        assertThat(WebDid.document(did)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "did:web:",
                "did:web::",
                "did:web:example.org:",
                "did:web:example.org::a",
                "did:web:a/b",
                "did:web:a?b",
                "did:web:user@example.org",
                "did:web:example.org%2F..",
                "did:web:example.org:..:a",
                "did:web:example.org#a",
                "did:web:example.org%3A",
                "did:web:example.org%3A123456",
                "did:web:exa mple.org",
                "did:web:[::1]"
            })
    void document_ofWhatIsNoDid_isNowhere(String did) {
        assertThat(WebDid.document(did)).isEqualTo(Optional.empty());
    }

    @Test
    void document_ofWhatIsVeryLong_isNowhere() {
        assertThat(WebDid.document("did:web:example.org" + ":a".repeat(1_000))).isEmpty();
    }
}
