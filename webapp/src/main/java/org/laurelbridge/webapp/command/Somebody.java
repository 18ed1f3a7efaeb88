package org.laurelbridge.webapp.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

/** Finds whom an administrator names: by an e-mail address, or by Laurel's id. */
final class Somebody {
    private static final int SHOWN = 5;

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
        return find(people, named).orElseThrow(() -> new LaurelCommand.NotDone(nobody(people, named)));
    }

    /** Whose statements wait, becomes known by being told who they are. */
    private static String nobody(People people, String named) {
        List<UUID> waiting = people.listWaiting(named, SHOWN);
        String nobody = "Nobody is known as " + named + ".";
        return waiting.isEmpty()
                ? nobody + " Who is in a CSV file is taken in by laurel people import."
                : nobody + " Statements of an actor of this name wait, the newest: "
                        + waiting.stream().map(UUID::toString).collect(Collectors.joining(", "))
                        + ". They count once this person is taken in (laurel people import) or joined to one (unknown actors).";
    }
}
