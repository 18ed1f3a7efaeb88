package org.laurelbridge.bridge.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Identifier;

/** The people, what they are known by, and the actors whom nobody could place. */
public interface People {

    /**
     * Adds a person, or finds the one whom the identifiers already name and adds what is new to them. In the same commit, the
     * statements of unknown actors that are now placed are marked to be mapped anew, and credentials to be signed anew when an
     * address became known. Doing it twice changes nothing.
     *
     * @param name null leaves a known name as it is
     * @throws IdentifiersDisagree when the identifiers name more than one person
     */
    PersonId add(@Nullable String name, List<Identifier> identifiers, Instant now);

    /** The person, if there is one. */
    Optional<Person> find(UUID id);

    /** The one person who has this identifier. */
    Optional<PersonId> find(Identifier identifier);

    /** All, in the order of their ids, after one (null: from the first). */
    List<Person> list(@Nullable PersonId after, int limit);

    /** Actors whom nobody could place, with most statements first. */
    List<UnknownActor> listUnknown(int limit);

    /** Joins an unknown actor to a person: its statements are mapped anew, each with its own time. */
    void join(Identifier actor, PersonId person, Instant now);

    /** Two people claim what was given as one. */
    final class IdentifiersDisagree extends RuntimeException {
        public IdentifiersDisagree(List<PersonId> people) {
            super("the identifiers belong to different people: " + people);
        }
    }

    /**
     * An actor whom nobody could place.
     *
     * @param statements how many of its statements wait
     */
    record UnknownActor(Identifier identifier, @Nullable String name, Instant firstSeen, long statements) {}
}
