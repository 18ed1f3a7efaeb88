package org.laurelbridge.bridge.verify.ob2;

import java.net.URI;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.laurelbridge.bridge.fetch.Fetched;
import org.laurelbridge.bridge.fetch.Fetched.Answer;
import org.laurelbridge.bridge.fetch.Fetched.Failed;
import org.laurelbridge.bridge.fetch.Visit;
import org.laurelbridge.bridge.verify.key.Documents;
import org.laurelbridge.bridge.verify.key.Documents.Read;
import org.laurelbridge.bridge.verify.key.Jws;
import org.laurelbridge.bridge.verify.key.KeyTexts;
import org.laurelbridge.bridge.verify.report.Findings;
import org.laurelbridge.bridge.verify.report.Line;
import org.laurelbridge.bridge.verify.report.Reason;
import tools.jackson.databind.JsonNode;

/** Whether a signed assertion is signed with a CryptographicKey that its issuer lists, and that names the issuer as its owner. */
final class SignedKey {

    private final Chain chain;
    private final Visit visit;
    private final Findings findings;

    SignedKey(Chain chain, Visit visit, Findings findings) {
        this.chain = chain;
        this.visit = visit;
        this.findings = findings;
    }

    void check(Jws token) {
        JsonNode verification = chain.assertion().path("verification");
        List<JsonNode> listed = Documents.many(chain.issuer(), "publicKey");
        String creator = Documents.id(verification, "creator");
        String wanted = creator.isEmpty() && listed.size() == 1 ? id(listed.get(0)) : creator;
        Optional<JsonNode> entry =
                listed.stream().filter(key -> id(key).equals(wanted)).findFirst();
        if (wanted.isEmpty() || entry.isEmpty()) {
            findings.add(Reason.ISSUER_LISTS_NOT, chain.issuerId(), wanted.isEmpty() ? "no key" : wanted);
            return;
        }
        key(wanted, entry.get()).ifPresent(key -> {
            findings.add(Line.of(Reason.ISSUER_LISTS, chain.issuerId()).asOf(chain.at()));
            findings.add(token.fits(key) ? Reason.PROOF_FITS : Reason.PROOF_FITS_NOT);
        });
    }

    private Optional<PublicKey> key(String address, JsonNode entry) {
        if (entry.isObject() && entry.has("publicKeyPem")) {
            return key(address, entry, false);
        }
        Optional<URI> uri = Documents.address(address);
        Fetched fetched = uri.isPresent() ? visit.getOrRemember(uri.get()) : new Failed(Fetched.Trouble.NO_ADDRESS);
        if (!(fetched instanceof Answer answer)) {
            findings.add(Reason.ISSUER_FAILED, address, ((Failed) fetched).why());
            return Optional.empty();
        }
        if (!answer.isGood() || !(Documents.read(answer.text()) instanceof Read.Good good)) {
            findings.add(Reason.ISSUER_STATUS, address, Integer.toString(answer.status()));
            return Optional.empty();
        }
        return key(address, good.object(), true);
    }

    private Optional<PublicKey> key(String address, JsonNode document, boolean mustOwn) {
        String owner = Documents.id(document, "owner");
        Optional<PublicKey> key = KeyTexts.pem(Documents.textOrEmpty(document, "publicKeyPem"));
        boolean isOwned = owner.equals(chain.issuerId()) || (owner.isEmpty() && !mustOwn);
        if (!isOwned || !id(document).equals(address)) {
            findings.add(Reason.ISSUER_LISTS_NOT, chain.issuerId(), address + " of " + owner);
            return Optional.empty();
        }
        if (key.isEmpty()) {
            findings.add(Reason.ISSUER_BROKEN, address, "it holds no RSA key of 2048 bits or more");
        }
        return key;
    }

    private static String id(JsonNode key) {
        return key.isString() ? key.asString() : Documents.textOrEmpty(key, "id");
    }
}
