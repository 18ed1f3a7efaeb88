package org.laurelbridge.bridge.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.xapi.Problem;

/**
 * A person as an administrator or a roster gives one: a row of a CSV file, an object of the API.
 *
 * @param fields text by name, one of {@link #FIELDS}; empty text counts as absent
 */
public record PersonEntry(Map<String, String> fields) {

    /** What can be told of a person. {@code homePage} is the system that id, username, idnumber and account belong to. */
    public static final List<String> FIELDS =
            List.of("name", "email", "homePage", "id", "username", "idnumber", "account", "openid");

    private static final int LONGEST = 500;

    public PersonEntry {
        Map<String, String> given = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (!value.isBlank()) {
                given.put(name, value.strip());
            }
        });
        fields = Map.copyOf(given);
    }

    /** The name for people to read; null when it was not given. */
    public @Nullable String name() {
        return fields.get("name");
    }

    /** Everything that is wrong with it, each below the place. */
    public List<Problem> problems(String place) {
        List<Problem> problems = new ArrayList<>();
        fields.forEach((name, value) -> {
            if (!FIELDS.contains(name)) {
                problems.add(new Problem(place + "/" + name, "a field that is not known", "one of " + FIELDS, ""));
            } else if (value.length() > LONGEST) {
                problems.add(new Problem(place + "/" + name, value.length() + " characters", "at most " + LONGEST, ""));
            }
        });
        String email = fields.get("email");
        if (email != null && !email.matches("[^@\\s]+@[^@\\s]+")) {
            problems.add(new Problem(place + "/email", "no address", "an address, as ann@example.org", ""));
        }
        if (fields.containsKey("account") && !fields.containsKey("homePage")) {
            problems.add(
                    new Problem(place + "/account", "an account without homePage", "the system it belongs to", ""));
        }
        if (identifiers().isEmpty()) {
            problems.add(new Problem(place, "nobody to recognise", "at least one of " + FIELDS.subList(1, 8), ""));
        }
        return problems;
    }

    /** What the person is known by. */
    public List<Identifier> identifiers() {
        List<Identifier> identifiers = new ArrayList<>();
        String home = fields.getOrDefault("homePage", "");
        String email = fields.get("email");
        if (email != null) {
            identifiers.add(new Identifier("email", "", email.toLowerCase(Locale.ROOT)));
        }
        for (String kind : List.of("id", "username", "idnumber", "account")) {
            String value = fields.get(kind);
            if (value != null) {
                identifiers.add(new Identifier(kind, home, value));
            }
        }
        String openId = fields.get("openid");
        if (openId != null) {
            identifiers.add(new Identifier("openid", "", openId));
        }
        return identifiers;
    }
}
