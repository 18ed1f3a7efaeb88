package org.laurelbridge.rule;

import java.util.Optional;
import java.util.stream.Collectors;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;
import org.laurelbridge.document.Values;
import org.laurelbridge.mapping.Kind;

/**
 * Reads kinds: those of the mapping, or the IRI of a verb that has none.
 *
 * @param problems where what is wrong is told
 */
record KindReader(Vocabulary vocabulary, Problems problems) {

    Optional<Kind> kind(Node node) {
        return new Values(problems)
                .text(node)
                .filter(name -> name.contains("://")
                        || vocabulary.allowsKind(name)
                        || Language.tellUnknown(
                                node, "kind", vocabulary.kinds(), "a kind of the mapping: " + all(), problems))
                .map(Kind::new);
    }

    private String all() {
        return vocabulary.kinds().stream().sorted().collect(Collectors.joining(", "));
    }
}
