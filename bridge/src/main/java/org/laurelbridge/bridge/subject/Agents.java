package org.laurelbridge.bridge.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.laurelbridge.mapping.Identifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Actors in the JSON of statements, wherever they stand: actor, members of a group, object, instructor, team, authority, and all of
 * these in a sub-statement or in an extension (xAPI 1.0.3 Data 2.4.2).
 */
public final class Agents {
    /** Who stands in the place of whoever was erased; nobody's (RFC 6761, .invalid). */
    public static final Identifier ERASED = new Identifier("account", "https://erased.invalid", "erased");

    private static final String MAILTO = "mailto:";

    private Agents() {}

    /** What an object is identified by, if it is an actor; mostly one, of a faulty one several. */
    static List<Identifier> identifiers(ObjectNode node) {
        List<Identifier> found = new ArrayList<>();
        String mbox = node.path("mbox").asString("").strip();
        if (mbox.toLowerCase(Locale.ROOT).startsWith(MAILTO)) {
            found.add(
                    new Identifier("email", "", mbox.substring(MAILTO.length()).toLowerCase(Locale.ROOT)));
        }
        if (node.path("mbox_sha1sum").isString()) {
            found.add(new Identifier(
                    "mbox_sha1sum", "", node.path("mbox_sha1sum").asString().toLowerCase(Locale.ROOT)));
        }
        if (node.path("openid").isString()) {
            found.add(new Identifier("openid", "", node.path("openid").asString()));
        }
        JsonNode account = node.path("account");
        if (account.path("name").isString() && account.path("homePage").isString()) {
            found.add(new Identifier(
                    "account",
                    account.path("homePage").asString(),
                    account.path("name").asString()));
        }
        return found;
    }

    /** Calls for every object in a document that is an actor with an identifier. */
    public static void each(JsonNode node, Consumer<List<Identifier>> seen) {
        if (node instanceof ObjectNode object) {
            List<Identifier> own = identifiers(object);
            if (!own.isEmpty()) {
                seen.accept(own);
            }
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(child -> each(child, seen));
        }
    }

    /** Makes an actor one of whom nothing is known. */
    static void blank(ObjectNode agent) {
        boolean isGroup = agent.path("objectType").asString("").equals("Group");
        agent.removeAll();
        agent.put("objectType", isGroup ? "Group" : "Agent")
                .putObject("account")
                .put("homePage", ERASED.scope())
                .put("name", ERASED.value());
    }
}
