package org.laurelbridge.bridge.map;

import java.util.List;
import org.laurelbridge.bridge.map.RuleChange.What;
import org.laurelbridge.rule.Badge;

/**
 * Documents beside those in force.
 *
 * @param texts the documents, without mistakes
 * @param turn of the documents in force, see {@link RuleDocuments#turn}
 * @param inForce the documents compiled, as if they were in force
 * @param remaps whether all facts would be derived anew, by another mapping
 * @param changes of every document on either side: mapping first, then badges by name
 */
public record Proposal(List<RuleText> texts, long turn, InForce inForce, boolean remaps, List<RuleChange> changes) {

    public Proposal {
        texts = List.copyOf(texts);
        changes = List.copyOf(changes);
    }

    /** Whether the documents in force are these already. */
    public boolean isNothing() {
        return changes.stream().allMatch(change -> change.what() == What.UNCHANGED);
    }

    /** Whether nothing has been in force yet. */
    public boolean isFirst() {
        return changes.stream().allMatch(change -> change.what() == What.ADDED);
    }

    /** What would become of a badge of these documents. */
    public What what(Badge badge) {
        return changes.stream()
                .filter(change ->
                        change.kind().equals(RuleBook.BADGE) && change.name().equals(badge.id()))
                .map(RuleChange::what)
                .findFirst()
                .orElseThrow();
    }
}
