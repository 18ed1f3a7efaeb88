package org.laurelbridge.bridge.issue.ob3;

import java.net.URI;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.issue.Addresses.BadgeForm;
import org.laurelbridge.bridge.issue.Alignments;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes an Achievement (Open Badges 3.0 §B.2): inside a credential, and alone at the badge's versioned address. */
public final class AchievementWriter {

    private final Addresses addresses;

    public AchievementWriter(Addresses addresses) {
        this.addresses = addresses;
    }

    /** The achievement without a context, as it stands in a credential. */
    public ObjectNode write(Achievement achievement) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        String id = addresses.badge(achievement.badge(), achievement.version()).toString();
        document.put("id", id);
        document.putArray("type").add("Achievement");
        document.put("achievementType", "Badge");
        document.put("name", achievement.name());
        document.put("description", achievement.description());
        // an id of its own: with the achievement's the two would be one thing to a reader of linked data
        document.putObject("criteria").put("id", id + "#criteria").put("narrative", achievement.criteria());
        document.putObject("image").put("id", image(achievement).toString()).put("type", "Image");
        document.put("version", Integer.toString(achievement.version()));
        if (!achievement.align().isEmpty()) {
            document.set("alignment", Alignments.write(achievement.align(), id, true));
        }
        return document;
    }

    /** The achievement as a document of its own. */
    public ObjectNode writeAlone(Achievement achievement) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putArray("@context").add(ContextFiles.CREDENTIALS).add(ContextFiles.OPEN_BADGES);
        document.setAll(write(achievement));
        return document;
    }

    private URI image(Achievement achievement) {
        URI own = achievement.image();
        return own == null ? addresses.badge(achievement.badge(), achievement.version(), BadgeForm.PICTURE) : own;
    }
}
