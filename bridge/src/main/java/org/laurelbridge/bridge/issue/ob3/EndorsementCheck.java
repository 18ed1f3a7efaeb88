package org.laurelbridge.bridge.issue.ob3;

import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether an endorsement can stand in our credentials (Open Badges 3.0 §B.6): all that is wrong with it, at once. */
final class EndorsementCheck {
    private static final int LONGEST_ID = 1_000;
    private static final String CLAUSE = "Open Badges 3.0 §B.6";

    private final IssuerIdentity issuer;
    private final Instant now;
    private final String about;
    private final List<Problem> problems = new ArrayList<>();

    /** @param about what it must be about */
    EndorsementCheck(IssuerIdentity issuer, Instant now, String about) {
        this.issuer = issuer;
        this.now = now;
        this.about = about;
    }

    List<Problem> check(ObjectNode document) {
        JsonNode contexts = document.path("@context");
        require(
                contexts.path(0).asString("").equals(ContextFiles.CREDENTIALS)
                        && contexts.path(1)
                                .asString("")
                                .matches("https://purl\\.imsglobal\\.org/spec/ob/v3p0/context(-3\\.\\d\\.\\d)?\\.json"),
                "/@context",
                contexts,
                "a list that begins with " + ContextFiles.CREDENTIALS + " and " + ContextFiles.OPEN_BADGES);
        types(document, "/type", "VerifiableCredential", "EndorsementCredential");
        require(isAddress(document.path("id")), "/id", document.path("id"), "an absolute address of its own");
        require(!document.path("name").asString("").isBlank(), "/name", document.path("name"), "a name");
        checkIssuer(document.path("issuer"));
        checkTimes(document);
        checkSubject(document.path("credentialSubject"));
        JsonNode proofs = document.path("proof");
        require(
                proofs.isArray() && !proofs.isEmpty(),
                "/proof",
                proofs,
                "a list of proofs: readers take no other in an endorsement");
        if (problems.isEmpty()) {
            checkProof(document);
        }
        return problems;
    }

    private void checkIssuer(JsonNode by) {
        JsonNode id = by.isString() ? by : by.path("id");
        require(isAddress(id), "/issuer", by, "who endorses, by its address or DID");
        require(!issuer.isOurs(id.asString("")), "/issuer", id, "somebody else: nobody endorses himself");
        if (by.isObject()) {
            types(by, "/issuer/type", "Profile");
        }
    }

    private void checkTimes(ObjectNode document) {
        Optional<Instant> from = moment(document.path("validFrom"));
        require(from.isPresent(), "/validFrom", document.path("validFrom"), "a moment, as 2026-03-01T10:00:00Z");
        JsonNode until = document.path("validUntil");
        if (!until.isMissingNode()) {
            require(
                    moment(until).filter(now::isBefore).isPresent(),
                    "/validUntil",
                    until,
                    "a moment that is still to come");
        }
    }

    private void checkSubject(JsonNode subject) {
        types(subject, "/credentialSubject/type", "EndorsementSubject");
        JsonNode id = subject.path("id");
        require(id.asString("").equals(about), "/credentialSubject/id", id, about);
    }

    /** What cannot be signed here would stop every credential that it stands in. */
    private void checkProof(ObjectNode document) {
        try {
            ProofCheck proofs = new ProofCheck();
            new Canon().of(document.toString());
            JsonNode proof = document.path("proof").path(0);
            JsonNode by = document.path("issuer");
            Optional<PublicKey> key = issuer.findKey(
                    by.isString() ? by.asString() : by.path("id").asString(""),
                    proof.path("verificationMethod").asString(""));
            if (key.isPresent() && proof instanceof ObjectNode object && proofs.knows(object)) {
                require(
                        proofs.fits(document, object, key.get()),
                        "/proof/0",
                        proof.path("proofValue"),
                        "a signature that fits");
            }
        } catch (NotCanonical e) {
            problems.add(new Problem("/", String.valueOf(e.getMessage()), "JSON-LD by contexts that Laurel knows", ""));
        }
    }

    private void types(JsonNode node, String place, String... types) {
        JsonNode found = node.path("type");
        List<String> words = new ArrayList<>();
        found.forEach(word -> words.add(word.asString("")));
        require(words.containsAll(List.of(types)), place, found, "a list with " + String.join(" and ", types));
    }

    private void require(boolean holds, String place, JsonNode found, String expected) {
        if (!holds) {
            String shown = found.isMissingNode() ? "nothing" : shown(found.toString());
            problems.add(new Problem(place, shown, expected, CLAUSE));
        }
    }

    private static String shown(String json) {
        return json.length() <= 100 ? json : json.substring(0, 100) + "…";
    }

    private static boolean isAddress(JsonNode node) {
        String text = node.asString("");
        return text.length() <= LONGEST_ID && text.matches("[A-Za-z][A-Za-z0-9+.-]*:\\S+");
    }

    private static Optional<Instant> moment(JsonNode node) {
        try {
            return Optional.of(OffsetDateTime.parse(node.asString("")).toInstant());
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }
}
