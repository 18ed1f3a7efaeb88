package org.laurelbridge.bridge.listen.kept;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.laurelbridge.bridge.audit.Recorded;

/** The sources that administrators connected. Their secrets are sealed at rest and told to no log. */
public interface KeptSources extends Recorded<KeptSources> {

    /** All of them, by name. */
    List<KeptSource> list();

    /** False when another of them has the name; then nothing is changed. */
    boolean add(KeptSource source, Instant now);

    /**
     * Puts another in the place of one.
     *
     * @return false when the one is gone, or when yet another has the new name; then nothing is changed
     */
    boolean change(UUID id, KeptSource source);

    /** False when it is gone already. The statements that it brought stay. */
    boolean remove(UUID id);
}
