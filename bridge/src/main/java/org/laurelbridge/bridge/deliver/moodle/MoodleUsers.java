package org.laurelbridge.bridge.deliver.moodle;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.laurelbridge.bridge.deliver.Attempt;
import org.laurelbridge.bridge.deliver.LmsUsers;
import org.laurelbridge.bridge.deliver.wire.Json;
import org.laurelbridge.bridge.deliver.wire.Stopped;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.mapping.Identifier;
import tools.jackson.databind.JsonNode;

/** Finds a Moodle user by user name, id number or e-mail; the first of them that exactly one user has decides. */
public final class MoodleUsers implements LmsUsers {

    private static final String LOOK_UP = "core_user_get_users_by_field";
    private static final List<String> KINDS = List.of("username", "idnumber", "email");

    private final URI root;
    private final MoodleFunctions functions;

    public MoodleUsers(URI root, MoodleFunctions functions) {
        this.root = root;
        this.functions = functions;
    }

    @Override
    public Found find(Person person, String course) {
        StringBuilder lookedBy = new StringBuilder();
        try {
            for (String kind : KINDS) {
                Optional<Identifier> identifier = identifier(person, kind);
                int users = 0;
                if (identifier.isPresent()) {
                    List<String> found = ids(kind, identifier.get().value());
                    users = found.size();
                    if (users == 1) {
                        return new User(found.get(0));
                    }
                }
                lookedBy.append(lookedBy.isEmpty() ? "" : ", ")
                        .append(kind)
                        .append(words(identifier.isPresent(), users));
            }
            return new Nobody(lookedBy.toString());
        } catch (Stopped stopped) {
            return stopped.attempt() instanceof Attempt.Later later
                    ? new NotNow(later.reason(), later.notBefore())
                    : new Nobody(stopped.reason());
        }
    }

    /** Moodle's user names have small letters alone: others it refuses as no name at all. */
    private List<String> ids(String kind, String value) {
        String asked = kind.equals("username") ? value.toLowerCase(Locale.ROOT) : value;
        return functions.find(LOOK_UP, Map.of("field", kind, "values[0]", asked)).stream()
                .flatMap(JsonNode::valueStream)
                .map(user -> Json.text(user.path("id")))
                .toList();
    }

    private static String words(boolean isKnown, int users) {
        if (!isKnown) {
            return " (not known)";
        }
        return users == 0 ? " (no user, or none that the token may see)" : " (" + users + " users)";
    }

    private Optional<Identifier> identifier(Person person, String kind) {
        return person.identifiers().stream()
                .filter(identifier -> identifier.kind().equals(kind))
                .filter(identifier -> kind.equals("email") || LmsUsers.isSameHome(identifier.scope(), root))
                .findFirst();
    }
}
