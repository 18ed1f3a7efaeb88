package org.laurelbridge.bridge.deliver;

import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.mapping.Identifier;

/**
 * Finds the LMS's user id among what a person is already known by: an {@code id} of that LMS, or the name of an xAPI account there,
 * which in Moodle's own statements is the user id.
 */
public final class KnownUsers implements LmsUsers {

    private final URI root;
    private final Predicate<String> isUserId;

    /**
     * @param root of the LMS
     * @param isUserId what a user id looks like there
     */
    public KnownUsers(URI root, Predicate<String> isUserId) {
        this.root = root;
        this.isUserId = isUserId;
    }

    /** Moodle's user ids are numbers. */
    public static boolean isNumber(String value) {
        return !value.isEmpty() && value.length() < 19 && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public Found find(Person person, String course) {
        return first(person, "id")
                .or(() -> first(person, "account"))
                .<Found>map(User::new)
                .orElseGet(() -> new Nobody("id and account of " + root));
    }

    private Optional<String> first(Person person, String kind) {
        return person.identifiers().stream()
                .filter(identifier -> identifier.kind().equals(kind) && isHere(identifier))
                .map(Identifier::value)
                .filter(isUserId)
                .filter(value -> !isAnotherName(person, value))
                .findFirst();
    }

    /** An LMS may be set to send user names as account names, and a user name may be a number: that of somebody else. */
    private boolean isAnotherName(Person person, String value) {
        return person.identifiers().stream()
                .filter(this::isHere)
                .filter(identifier -> identifier.value().equals(value))
                .anyMatch(identifier -> identifier.kind().equals("username")
                        || identifier.kind().equals("idnumber"));
    }

    private boolean isHere(Identifier identifier) {
        return LmsUsers.isSameHome(identifier.scope(), root);
    }
}
