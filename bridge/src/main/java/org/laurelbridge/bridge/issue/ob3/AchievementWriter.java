package org.laurelbridge.bridge.issue.ob3;

import java.math.BigDecimal;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.issue.Addresses.BadgeForm;
import org.laurelbridge.bridge.issue.Alignments;
import org.laurelbridge.bridge.issue.CriteriaText;
import org.laurelbridge.bridge.issue.Details;
import org.laurelbridge.bridge.issue.Endorsements;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.rule.Credential;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes an Achievement (Open Badges 3.0 §B.2): inside a credential, and alone at the badge's versioned address. What may be many is
 * an array even when it is one. For what has no term there, see {@link CriteriaText} and {@link Alignments}.
 */
public final class AchievementWriter {

    private final IssuerIdentity issuer;
    private final Addresses addresses;
    private final Embedded endorsements;

    public AchievementWriter(IssuerIdentity issuer, Endorsements endorsements) {
        this.issuer = issuer;
        this.addresses = issuer.addresses();
        this.endorsements = new Embedded(endorsements);
    }

    /** The achievement without a context, as it stands in a credential. */
    public ObjectNode write(Achievement achievement) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        Details details = achievement.details();
        String id = id(achievement);
        document.put("id", id);
        document.putArray("type").add("Achievement");
        document.put("achievementType", details.credential().type());
        document.put("name", achievement.name());
        document.put("description", achievement.description());
        // an id of its own: with the achievement's the two would be one thing to a reader of linked data
        document.putObject("criteria").put("id", id + "#criteria").put("narrative", CriteriaText.of(achievement));
        document.putObject("image").put("id", image(achievement).toString()).put("type", "Image");
        document.set("creator", issuer.toCreator());
        document.put("version", Integer.toString(achievement.version()));
        putCatalogue(document, details.credential());
        if (details.credits() != null) {
            document.put("creditsAvailable", details.credits());
        }
        putIfAny(document, "alignment", Alignments.ofOb3(achievement, id));
        putIfAny(document, "related", related(achievement));
        if (details.scoring() != null) {
            document.putArray("resultDescription").add(scoring(details.scoring(), id));
        }
        endorsements.into(document);
        return document;
    }

    /** The achievement as a document of its own. */
    public ObjectNode writeAlone(Achievement achievement) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putArray("@context").add(ContextFiles.CREDENTIALS).add(ContextFiles.OPEN_BADGES);
        document.setAll(write(achievement));
        return document;
    }

    /** The id of what describes the score of a badge that asks for one. */
    String scoreId(Achievement achievement) {
        return id(achievement) + "#score";
    }

    private String id(Achievement achievement) {
        String edition = achievement.details().edition();
        URI id = edition == null
                ? addresses.badge(achievement.badge(), achievement.version())
                : addresses.badge(achievement.badge(), achievement.version(), edition);
        return id.toString();
    }

    private static void putCatalogue(ObjectNode document, Credential credential) {
        put(document, "inLanguage", credential.language());
        put(document, "fieldOfStudy", credential.catalogue().field());
        put(document, "humanCode", credential.catalogue().code());
        if (!credential.catalogue().tags().isEmpty()) {
            ArrayNode tags = document.putArray("tag");
            credential.catalogue().tags().forEach(tags::add);
        }
    }

    private static ObjectNode scoring(Details.Scoring scoring, String page) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", page + "#score");
        node.putArray("type").add("ResultDescription");
        node.put("name", scoring.name());
        node.put("resultType", "Percent");
        node.put("valueMin", "0");
        node.put("valueMax", "100");
        BigDecimal required = scoring.required();
        put(node, "requiredValue", required == null ? null : required.toPlainString());
        return node;
    }

    /** Its earlier versions, and itself in other languages; nothing else counts as the same. */
    private ArrayNode related(Achievement achievement) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        Details details = achievement.details();
        if (details.original() != null) {
            URI original = addresses.badge(achievement.badge(), achievement.version());
            related(array, original.toString()).put("inLanguage", details.original());
        }
        details.editions()
                .forEach(edition -> related(array, id(edition))
                        .put("inLanguage", edition.details().edition()));
        details.versions()
                .forEach(version -> related(
                                array,
                                addresses.badge(achievement.badge(), version).toString())
                        .put("version", Integer.toString(version)));
        return array;
    }

    private static ObjectNode related(ArrayNode array, String id) {
        ObjectNode related = array.addObject().put("id", id);
        related.putArray("type").add("Related");
        return related;
    }

    private URI image(Achievement achievement) {
        URI own = achievement.image();
        return own == null ? addresses.badge(achievement.badge(), achievement.version(), BadgeForm.PICTURE) : own;
    }

    private static void put(ObjectNode document, String name, @Nullable String value) {
        if (value != null) {
            document.put(name, value);
        }
    }

    private static void putIfAny(ObjectNode document, String name, ArrayNode array) {
        if (!array.isEmpty()) {
            document.set(name, array);
        }
    }
}
