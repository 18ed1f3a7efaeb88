package org.laurelbridge.rule;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;
import org.laurelbridge.document.Words;

/**
 * A word of one of Open Badges' lists, to which anybody may add: those begin with {@code ext:}.
 *
 * @param example of an own word
 */
record ExtensibleWord(String example, List<String> words) {
    private static final Pattern OWN = Pattern.compile("ext:[A-Za-z0-9._-]{1,100}");

    Optional<String> read(Node node, Problems problems) {
        String written = node instanceof Node.Text text ? text.value() : "";
        if (words.contains(written) || OWN.matcher(written).matches()) {
            return Optional.of(written);
        }
        problems.add(
                node,
                "one of " + String.join(", ", words) + ", or an own word, as " + example + Words.meant(written, words));
        return Optional.empty();
    }
}
