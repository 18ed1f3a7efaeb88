package org.laurelbridge.bridge.backpack;

import java.time.Instant;
import java.util.Optional;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.record.PersonId;

/** What applications told of a learner, by the learner's leave (Open Badges 3.0 § putProfile). Nobody checked it. */
public interface ToldProfiles extends Recorded<ToldProfiles> {

    /** The last one, a JSON object. */
    Optional<String> find(PersonId person);

    /** Keeps one in the place of the last. */
    void put(PersonId person, String document, Instant now);
}
