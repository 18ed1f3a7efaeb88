package org.laurelbridge.bridge.subject;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.xapi.Json;
import org.laurelbridge.xapi.Verb;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What the JSON of a statement tells of a person, and the same statement without it.
 *
 * <p>A statement is its actor's: it goes with them. One that only mentions them (as the object, instructor, authority, a member of a
 * team or of the group that acted) is somebody else's evidence: it stays, and nobody stands in their place. So does a voiding
 * statement of theirs: what it voided stays voided. Texts in what stays are searched for their names and addresses, too.
 */
public final class Traces {
    private static final Json JSON = new Json();
    private static final String GONE = "erased";

    private final Predicate<Identifier> isTheirs;
    private final @Nullable Pattern texts;

    /** What becomes of a statement. */
    public sealed interface Found {
        /** Nothing of them is in it. */
        record Nothing() implements Found {}

        /** It is theirs. */
        record Whole() implements Found {}

        /** It mentions them; as JSON without that. */
        record Mention(String without) implements Found {}
    }

    /**
     * Of somebody.
     *
     * @param isTheirs whether an actor's identifier (email, mbox_sha1sum, openid or account) is theirs
     * @param texts names, addresses and accounts, to be searched for in texts
     */
    public Traces(Predicate<Identifier> isTheirs, Collection<String> texts) {
        this.isTheirs = isTheirs;
        this.texts = pattern(texts);
    }

    // longest first: of an address and a name in it the address is found
    private static @Nullable Pattern pattern(Collection<String> texts) {
        if (texts.isEmpty()) {
            return null;
        }
        String any = texts.stream()
                .sorted((one, other) -> other.length() - one.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Of the JSON of a statement. */
    public Found in(String raw) {
        if (!(JSON.read(raw) instanceof Json.Parsed.Value value) || !(value.node() instanceof ObjectNode statement)) {
            return without(raw).<Found>map(Found.Mention::new).orElseGet(Found.Nothing::new);
        }
        if (isOwn(statement)) {
            return new Found.Whole();
        }
        return clean(statement, false) ? new Found.Mention(statement.toString()) : new Found.Nothing();
    }

    /** A text without them; empty when they are not in it. */
    public Optional<String> without(String text) {
        if (texts == null) {
            return Optional.empty();
        }
        String cleaned = texts.matcher(text).replaceAll(GONE);
        return cleaned.equals(text) ? Optional.empty() : Optional.of(cleaned);
    }

    /** The same of JSON, whose texts are looked at one by one so that it stays JSON; any other text as it stands. */
    public Optional<String> withoutIn(String text) {
        boolean mayBeJson = text.startsWith("{") || text.startsWith("[");
        if (!mayBeJson || !(JSON.read(text) instanceof Json.Parsed.Value value)) {
            return without(text);
        }
        return clean(value.node()) ? Optional.of(value.node().toString()) : Optional.empty();
    }

    private boolean isOwn(ObjectNode statement) {
        boolean isVoiding = statement.path("verb").path("id").asString("").equals(Verb.VOIDED);
        return !isVoiding && statement.path("actor") instanceof ObjectNode actor && isAllTheirs(actor);
    }

    private boolean isAllTheirs(ObjectNode actor) {
        if (isThem(actor)) {
            return true;
        }
        JsonNode members = actor.path("member");
        return members instanceof ArrayNode
                && !members.isEmpty()
                && Agents.identifiers(actor).isEmpty()
                && members.valueStream().allMatch(member -> member instanceof ObjectNode one && isThem(one));
    }

    private boolean isThem(ObjectNode agent) {
        return Agents.identifiers(agent).stream().anyMatch(isTheirs);
    }

    /** @param isAgent whether its name is somebody's, who may have the same as they */
    private boolean clean(ObjectNode object, boolean isAgent) {
        boolean isCleaned = false;
        for (String name : List.copyOf(object.propertyNames())) {
            JsonNode child = object.path(name);
            if (child instanceof ObjectNode agent && isThem(agent)) {
                Agents.blank(agent);
                isCleaned = true;
            } else if (child instanceof StringNode text && !(isAgent && name.equals("name"))) {
                Optional<String> without = without(text.stringValue());
                without.ifPresent(cleaned -> object.put(name, cleaned));
                isCleaned |= without.isPresent();
            } else {
                isCleaned |= clean(child);
            }
        }
        return isCleaned;
    }

    private boolean clean(JsonNode child) {
        if (child instanceof ObjectNode object) {
            return clean(object, !Agents.identifiers(object).isEmpty());
        }
        return child instanceof ArrayNode array && clean(array);
    }

    private boolean clean(ArrayNode array) {
        boolean isCleaned = false;
        for (int place = 0; place < array.size(); place++) {
            JsonNode child = array.get(place);
            if (child instanceof ObjectNode agent && isThem(agent)) {
                Agents.blank(agent);
                isCleaned = true;
            } else if (child instanceof StringNode text) {
                Optional<String> without = without(text.stringValue());
                if (without.isPresent()) {
                    array.set(place, StringNode.valueOf(without.get()));
                    isCleaned = true;
                }
            } else {
                isCleaned |= clean(child);
            }
        }
        return isCleaned;
    }
}
