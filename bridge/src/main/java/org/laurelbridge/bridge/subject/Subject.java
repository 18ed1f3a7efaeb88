package org.laurelbridge.bridge.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.laurelbridge.mapping.Identifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whom an erasure is about, as it has to be known until nothing of them is left. Personal data through and through: it rests sealed,
 * and is never logged.
 *
 * @param people the one who stands for them first, then who was merged into them
 * @param names that people read
 * @param identifiers all that they are known by
 * @param forms the identifiers as actors of statements carry them: email, mbox_sha1sum, openid and account alone
 * @param logins what they type to sign in, and what others call them who vouch for them
 */
public record Subject(
        List<UUID> people,
        List<String> names,
        List<Identifier> identifiers,
        List<Identifier> forms,
        List<String> logins) {
    private static final int SHORTEST = 4;
    private static final JsonMapper JSON = new JsonMapper();

    public Subject {
        people = List.copyOf(people);
        names = List.copyOf(names);
        identifiers = List.copyOf(identifiers);
        forms = List.copyOf(forms);
        logins = List.copyOf(logins);
    }

    /** What statements tell of them. */
    public Traces traces() {
        return new Traces(forms::contains, texts());
    }

    /** Texts that tell of them and of hardly anybody else. */
    public List<String> texts() {
        // a name of one word is a word of others, too
        Stream<String> full = names.stream().filter(name -> name.strip().contains(" "));
        return Stream.of(full, identifiers.stream().map(Identifier::value), logins.stream())
                .flatMap(texts -> texts)
                .filter(Subject::isTelling)
                .distinct()
                .toList();
    }

    /** A shorter text, or one of digits alone, is part of too many others. */
    private static boolean isTelling(String text) {
        return text.length() >= SHORTEST && !text.chars().allMatch(Character::isDigit);
    }

    /** Whether a statement has to be read to know: quicker than to read all. Escapes may hide anything. */
    public Predicate<String> mayBeIn() {
        List<String> words = Stream.of(
                        names,
                        logins,
                        Stream.of(identifiers, forms)
                                .flatMap(List::stream)
                                .map(Identifier::value)
                                .toList())
                .flatMap(List::stream)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return raw -> {
            String lower = raw.toLowerCase(Locale.ROOT);
            return raw.indexOf('\\') >= 0 || words.stream().anyMatch(lower::contains);
        };
    }

    /** As JSON, for {@link #read}. */
    public String written() {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode ids = json.putArray("people");
        people.forEach(person -> ids.add(person.toString()));
        names.forEach(json.putArray("names")::add);
        write(json.putArray("identifiers"), identifiers);
        write(json.putArray("forms"), forms);
        logins.forEach(json.putArray("logins")::add);
        return JSON.writeValueAsString(json);
    }

    private static void write(ArrayNode array, List<Identifier> identifiers) {
        identifiers.forEach(one -> array.addObject()
                .put("kind", one.kind())
                .put("scope", one.scope())
                .put("value", one.value()));
    }

    /** Reads what {@link #written} wrote. */
    public static Subject read(String json) {
        JsonNode node = JSON.readTree(json);
        return new Subject(
                texts(node.path("people")).stream().map(UUID::fromString).toList(),
                texts(node.path("names")),
                identifiers(node.path("identifiers")),
                identifiers(node.path("forms")),
                texts(node.path("logins")));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private static List<Identifier> identifiers(JsonNode array) {
        List<Identifier> identifiers = new ArrayList<>();
        array.forEach(one -> identifiers.add(new Identifier(
                one.path("kind").asString(),
                one.path("scope").asString(),
                one.path("value").asString())));
        return identifiers;
    }
}
