package org.laurelbridge.webapp.command;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

/** Finds whom an administrator names: by an e-mail address, or by Laurel's id. */
final class Somebody {
    private Somebody() {}

    /** Nobody when that is not known; an id is taken as it is, also of somebody who was merged. */
    static Optional<PersonId> find(People people, String named) {
        Optional<PersonId> byEmail = people.find(new Identifier("email", "", named.toLowerCase(Locale.ROOT)));
        if (byEmail.isPresent()) {
            return byEmail;
        }
        try {
            UUID id = UUID.fromString(named);
            return people.find(id).map(found -> new PersonId(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** The same, or nothing is done. */
    static PersonId named(People people, String named) {
        return find(people, named).orElseThrow(() -> new LaurelCommand.NotDone("Nobody is known as " + named + "."));
    }
}
