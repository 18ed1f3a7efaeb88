package org.laurelbridge.bridge.issue.ob2;

import java.net.URI;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.issue.Addresses.AwardForm;
import org.laurelbridge.bridge.issue.Addresses.BadgeForm;
import org.laurelbridge.bridge.issue.Addresses.IssuerForm;
import org.laurelbridge.bridge.issue.Alignments;
import org.laurelbridge.bridge.issue.CriteriaText;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.EvidenceSentence;
import org.laurelbridge.bridge.issue.Recipient;
import org.laurelbridge.rule.Credential;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the documents of Open Badges 2.0; that of the issuer is with its identity. */
public final class Ob2Writer {

    static final String CONTEXT = "https://w3id.org/openbadges/v2";

    private final Addresses addresses;

    public Ob2Writer(Addresses addresses) {
        this.addresses = addresses;
    }

    /**
     * {@code /awards/{id}/ob2.json}. A revoked one says so and nothing else: it is answered with 410.
     *
     * @param earned not what is suspended: 2.0 knows no such thing, and a reader would take it for revoked, for ever
     */
    public ObjectNode hosted(Earned earned) {
        ObjectNode document =
                assertion(addresses.award(earned.credential(), AwardForm.OB2).toString());
        if (!earned.standing().holds()) {
            return document.put("revoked", true)
                    .put("revocationReason", earned.standing().why());
        }
        document.putObject("verification").put("type", "HostedBadge");
        return fill(document, earned);
    }

    /** What is left of one whose award is gone, to be answered with 410. */
    public ObjectNode withdrawn(AwardId credential, String why) {
        return assertion(addresses.award(credential, AwardForm.OB2).toString())
                .put("revoked", true)
                .put("revocationReason", why);
    }

    /**
     * An assertion that is verified by its signature alone.
     *
     * @param id as the revocation list names it
     * @param creator the address of the key
     */
    ObjectNode signed(Earned earned, String id, URI creator) {
        ObjectNode document = assertion(id);
        document.putObject("verification").put("type", "SignedBadge").put("creator", creator.toString());
        return fill(document, earned);
    }

    private static ObjectNode assertion(String id) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("@context", CONTEXT)
                .put("type", "Assertion")
                .put("id", id);
    }

    private ObjectNode fill(ObjectNode document, Earned earned) {
        document.set("recipient", recipient(earned.recipient()));
        document.put("badge", badge(earned.achievement(), BadgeForm.OB2));
        document.put("issuedOn", earned.earnedAt().toString());
        if (earned.expiresAt() != null) {
            document.put("expires", earned.expiresAt().toString());
        }
        if (earned.shown().evidence()) {
            document.putArray("evidence")
                    .addObject()
                    .put("type", "Evidence")
                    .put("id", addresses.award(earned.credential()) + "#evidence")
                    .put("narrative", EvidenceSentence.of(earned));
        }
        return document;
    }

    /** {@code /badges/{badge}/{version}/ob2.json}. */
    public ObjectNode badgeClass(Achievement achievement) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        String page =
                addresses.badge(achievement.badge(), achievement.version()).toString();
        document.put("@context", CONTEXT);
        document.put("type", "BadgeClass");
        document.put("id", badge(achievement, BadgeForm.OB2));
        document.put("name", achievement.name());
        document.put("description", achievement.description());
        URI image = achievement.image();
        document.put("image", image == null ? badge(achievement, BadgeForm.PICTURE) : image.toString());
        document.putObject("criteria").put("id", page).put("narrative", CriteriaText.of(achievement));
        document.put("issuer", addresses.issuer(IssuerForm.OB2).toString());
        document.put("version", Integer.toString(achievement.version()));
        if (!achievement.align().isEmpty()) {
            document.set("alignment", Alignments.ofOb2(achievement, page));
        }
        fill(document, achievement);
        return document;
    }

    /** What a badge tells besides, as far as 2.0 has a term for it; the criteria tell the rest. */
    private void fill(ObjectNode document, Achievement achievement) {
        Credential credential = achievement.details().credential();
        if (credential.language() != null) {
            document.put("@language", credential.language());
        }
        if (!credential.catalogue().tags().isEmpty()) {
            ArrayNode tags = document.putArray("tags");
            credential.catalogue().tags().forEach(tags::add);
        }
        if (!achievement.details().versions().isEmpty()) {
            ArrayNode related = document.putArray("related");
            achievement
                    .details()
                    .versions()
                    .forEach(version -> related.addObject()
                            .put(
                                    "id",
                                    addresses
                                            .badge(achievement.badge(), version, BadgeForm.OB2)
                                            .toString())
                            .put("version", Integer.toString(version)));
        }
    }

    // 2.0 knows no identity of its own for whoever has no address: the pairwise one stands in as a url
    private static ObjectNode recipient(Recipient recipient) {
        String email = recipient.email();
        ObjectNode identity = JsonNodeFactory.instance.objectNode();
        identity.put("type", email == null ? "url" : "email");
        if (email != null && recipient.isPlain()) {
            return identity.put("hashed", false).put("identity", email);
        }
        identity.put("hashed", true);
        identity.put("salt", recipient.salt());
        identity.put("identity", recipient.hash(email == null ? recipient.urn() : email));
        return identity;
    }

    private String badge(Achievement achievement, BadgeForm form) {
        return addresses.badge(achievement.badge(), achievement.version(), form).toString();
    }
}
