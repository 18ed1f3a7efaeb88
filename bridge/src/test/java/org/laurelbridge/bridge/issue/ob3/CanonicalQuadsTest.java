package org.laurelbridge.bridge.issue.ob3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CanonicalQuadsTest {

    /** The hash is that of jsonld.js: the same endorsement twice, so that the nodes of its proofs are alike in two graphs. */
    @Test
    void text_ofNodesThatAreAlikeInDifferentGraphs_isThatOfOtherReaders() {
        String endorsement = """
                {"type": ["VerifiableCredential", "EndorsementCredential"], "issuer": {"id": "urn:uuid:0", "type": ["Profile"]},
                 "proof": [{"type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022",
                            "proofPurpose": "assertionMethod", "proofValue": "za"}]%s}""";
        String document = """
                {"@context": ["https://www.w3.org/ns/credentials/v2",
                              "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
                 "type": ["VerifiableCredential", "OpenBadgeCredential"], "credentialSubject": [],
                 "endorsement": [
                   {"type": ["VerifiableCredential", "EndorsementCredential"], "id": "urn:e:1",
                    "issuer": {"id": "urn:uuid:1", "type": ["Profile"]}},
                   %s, %s]}""".formatted(endorsement.formatted(""), endorsement.formatted(", \"id\": \"urn:e:0\""));

        assertThat(ProofHash.hex(new Canon().of(document)))
                .isEqualTo("00feb3956650da9ebdcd5e4a8968988efeb0ae00009f21db4cef212cb45f7f98");
    }

    @Test
    void text_isTheSameWhateverTheNodesAreCalled() {
        assertThat(circle("_:x", "_:y", "_:z").text())
                .isEqualTo(circle("_:c", "_:a", "_:b").text())
                .isEqualTo("_:c14n0 <p> _:c14n1 .\n_:c14n1 <p> _:c14n2 .\n_:c14n2 <p> _:c14n0 .\n");
    }

    @Test
    void text_ofWhatTakesTooLong_isGivenUp() {
        CanonicalQuads clique = new CanonicalQuads(10_000);
        for (int i = 0; i < 10; i++) {
            for (int j = 0; j < 10; j++) {
                if (i != j) {
                    clique.quad("_:n" + i, "p", "_:n" + j, null, null, null, null);
                }
            }
        }

        assertThatThrownBy(clique::text).isInstanceOf(CanonicalQuads.TooManySteps.class);
    }

    private static CanonicalQuads circle(String one, String two, String three) {
        CanonicalQuads quads = new CanonicalQuads(1_000);
        quads.quad(one, "p", two, null, null, null, null);
        quads.quad(two, "p", three, null, null, null, null);
        quads.quad(three, "p", one, null, null, null, null);
        return quads;
    }
}
