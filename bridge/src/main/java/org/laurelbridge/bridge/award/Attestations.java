package org.laurelbridge.bridge.award;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.rule.Attestation;
import org.laurelbridge.rule.Subject;

/** What people and systems say of people, kept until it is taken back. */
public interface Attestations extends Recorded<Attestations> {

    /**
     * Keeps what is said and leaves a reason to decide these badges anew, in one commit. Said again under its id, only its end
     * changes.
     *
     * @param turn of the documents in force by which the badges were found
     * @return false when other documents are in force meanwhile: then nothing was written
     */
    boolean put(PersonId person, Attestation said, Collection<String> badges, long turn, Instant now);

    /**
     * Takes back what was said, as if it never had been, and leaves a reason to decide these badges anew.
     *
     * @return false when it is not there
     */
    boolean remove(PersonId person, UUID id, Collection<String> badges, Instant now);

    /**
     * Makes what a system says of who takes part in something just this: of these people, and of nobody else. Who is new begins now, who
     * is gone ends now, and only they are decided anew, in these badges. Said by others about the same stays as it is.
     *
     * @param part what they take part in, and by whose word
     * @param people who stand for themselves
     * @param turn of the documents in force by which the badges were found
     * @return false when other documents came in force meanwhile: then some may be written, and doing it again goes on there
     */
    boolean replace(Part part, Collection<PersonId> people, Collection<String> badges, long turn, Instant now);

    /**
     * Something that people take part in.
     *
     * @param subject of {@link org.laurelbridge.rule.Topic#ENROLLED} or {@link org.laurelbridge.rule.Topic#MEMBER}; a name of at most
     *     200 characters
     * @param by the system that says so
     */
    record Part(Subject subject, String by) {}

    /** All that is said of a person, awards that are held left out, the newest first. */
    List<Attestation> list(PersonId person);
}
