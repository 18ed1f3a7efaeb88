package org.laurelbridge.bridge.map;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.laurelbridge.mapping.Mapping;
import org.laurelbridge.rule.Badge;

/** A badge of which several versions were in force, one after the other. */
public final class SeveralVersions {

    private SeveralVersions() {}

    /**
     * The last is in force.
     *
     * @param since when each came into force, by reference
     */
    public static InForce of(List<Badge> versions, Map<String, Instant> since) {
        int last = versions.size() - 1;
        return new InForce(
                1, 1, Mapping.standard(), versions.subList(last, last + 1), versions.subList(0, last), since);
    }
}
