package org.laurelbridge.bridge.deliver.moodle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.audit.Recorded;

/** The Moodles that administrators connected. Their tokens are sealed at rest and told to no log. */
public interface KeptMoodles extends Recorded<KeptMoodles> {

    /** All of them, by name. */
    List<KeptMoodle> list();

    /** One of them by its name. */
    default Optional<KeptMoodle> find(String name) {
        return list().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** False when another of them has the name; then nothing is changed. */
    boolean add(KeptMoodle moodle, Instant now);

    /** Puts this in the place of the one with its id; false when that is gone. The name stays. */
    boolean change(KeptMoodle moodle);

    /** False when it is gone already. */
    boolean remove(UUID id);
}
