package org.laurelbridge.rule;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;

/** Reads time zones by their names in the tz database. */
final class Zones {
    private Zones() {}

    static Optional<ZoneId> read(Node node, Problems problems) {
        if (node instanceof Node.Text text) {
            try {
                return Optional.of(ZoneId.of(text.value()));
            } catch (DateTimeException unknown) {
                problems.add(
                        node,
                        "a time zone, as Europe/Paris" + Language.meant(text.value(), ZoneId.getAvailableZoneIds()));
                return Optional.empty();
            }
        }
        problems.add(node, "a time zone, as Europe/Paris");
        return Optional.empty();
    }
}
