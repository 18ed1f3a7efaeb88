package org.laurelbridge.bridge.issue.ob3;

import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.Endorsements;
import org.laurelbridge.bridge.issue.EvidenceSentence;
import org.laurelbridge.bridge.issue.Issuance;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.StatusPlace;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes an OpenBadgeCredential (Open Badges 3.0 §B.1) without its proof. What may be many is an array even when it is one: a
 * single object draws warnings from readers.
 */
final class CredentialWriter {

    private static final String TRIAL =
            "Trial badge: it was issued at an address that is not public, so only its signature can be checked.";

    private final IssuerIdentity issuer;
    private final Addresses addresses;
    private final SubjectWriter subjects;
    private final Embedded endorsements;

    /** For what nobody endorses. */
    CredentialWriter(IssuerIdentity issuer) {
        this(issuer, Endorsements.none());
    }

    CredentialWriter(IssuerIdentity issuer, Endorsements endorsements) {
        this.issuer = issuer;
        this.addresses = issuer.addresses();
        this.subjects = new SubjectWriter(new AchievementWriter(issuer, endorsements));
        this.endorsements = new Embedded(endorsements);
    }

    ObjectNode write(Earned earned, Issuance issuance) {
        ObjectNode credential = JsonNodeFactory.instance.objectNode();
        StatusPlace status = issuance.status();
        ArrayNode contexts = credential.putArray("@context");
        contexts.add(ContextFiles.CREDENTIALS).add(ContextFiles.OPEN_BADGES);
        if (status != null) {
            contexts.add(ContextFiles.EXTENSIONS);
        }
        credential.put("id", addresses.award(earned.credential()).toString());
        credential.putArray("type").add("VerifiableCredential").add("OpenBadgeCredential");
        credential.put("name", earned.achievement().name());
        if (issuer.isTrial()) {
            credential.put("description", TRIAL);
        }
        ObjectNode profile = issuer.toOb3();
        endorsements.into(profile);
        credential.set("issuer", profile);
        credential.put("validFrom", issuance.validFrom().toString());
        if (earned.expiresAt() != null) {
            credential.put("validUntil", earned.expiresAt().toString());
        }
        credential.put("awardedDate", earned.earnedAt().toString());
        credential.set("credentialSubject", subjects.write(earned));
        if (earned.shown().evidence()) {
            credential.putArray("evidence").add(evidence(earned));
        }
        if (status != null) {
            credential.set("credentialStatus", status(status));
            credential
                    .putObject("refreshService")
                    .put("id", addresses.refresh(status.refresh()).toString())
                    .put("type", "1EdTechCredentialRefresh");
        }
        return credential;
    }

    // one object: an array is an error to the public validator
    private ObjectNode status(StatusPlace status) {
        String list = addresses.status(status.list()).toString();
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", list + "#" + status.place())
                .put("type", "BitstringStatusListEntry")
                .put("statusPurpose", status.purpose().word())
                .put("statusListIndex", Integer.toString(status.place()))
                .put("statusListCredential", list);
    }

    // the statements themselves may hold personal data: the award's page shows them to whom it may
    private ObjectNode evidence(Earned earned) {
        ObjectNode evidence = JsonNodeFactory.instance.objectNode();
        evidence.put("id", addresses.award(earned.credential()) + "#evidence");
        evidence.putArray("type").add("Evidence");
        evidence.put("name", "Learning record");
        evidence.put("narrative", EvidenceSentence.of(earned));
        return evidence;
    }
}
