package org.laurelbridge.bridge.verify.ob2;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.laurelbridge.bridge.verify.key.Documents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether two texts of an assertion say the same. */
final class Difference {

    /** The vocabulary's order and the baked picture's address are no claims. */
    private static final Set<String> FREE = Set.of("@context", "image");

    private Difference() {}

    /** The first member that differs; empty when none does. */
    static Optional<String> between(ObjectNode presented, ObjectNode shown) {
        TreeSet<String> members = new TreeSet<>(presented.propertyNames());
        members.addAll(shown.propertyNames());
        members.removeAll(FREE);
        return members.stream()
                .filter(member -> !isSame(member, presented, shown))
                .findFirst();
    }

    // a badge may be written out in one and named in the other: what it says is asked for at its own address
    private static boolean isSame(String member, ObjectNode presented, ObjectNode shown) {
        JsonNode one = presented.path(member);
        JsonNode other = shown.path(member);
        if (one.equals(other)) {
            return true;
        }
        return member.equals("badge")
                && one.isObject() != other.isObject()
                && !Documents.id(presented, member).isEmpty()
                && Documents.id(presented, member).equals(Documents.id(shown, member));
    }
}
