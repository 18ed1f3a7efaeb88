package org.laurelbridge.webapp.admin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

/**
 * Whom somebody typed.
 *
 * @param meant the one whom an id, an e-mail address or the whole of a name says; empty when that is nobody or more than one
 * @param like those of whom it is a part, the first by their names
 */
record Whom(Optional<Person> meant, List<Person> like) {
    /** People to choose from. */
    private static final int MOST = 20;

    static Whom of(People people, String typed) {
        Optional<Person> said = Paging.uuid(typed)
                .or(() -> people.find(new Identifier("email", "", typed.toLowerCase(Locale.ROOT)))
                        .map(PersonId::value))
                .flatMap(people::find);
        if (said.isPresent() || typed.isEmpty()) {
            return new Whom(said, List.of());
        }
        List<Person> like = people.search(typed, 0, MOST);
        List<Person> so = like.stream()
                .filter(person -> typed.equalsIgnoreCase(person.name()))
                .toList();
        return new Whom(so.size() == 1 ? Optional.of(so.get(0)) : Optional.empty(), like);
    }
}
