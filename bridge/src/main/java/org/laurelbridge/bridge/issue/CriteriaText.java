package org.laurelbridge.bridge.issue;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The criteria as a credential tells them, in Markdown: what must be done, and behind it, as a list, all that Open Badges have no
 * term for. A context of our own would be the other way to tell it, but readers refuse a context that they do not know, and with it
 * the whole credential; what is in the narrative is signed, and shown by each of them.
 */
public final class CriteriaText {

    // signs that CommonMark takes for markup where they stand: "a * b", "my_quiz" and "[1]" are none
    private static final Pattern MARKUP = Pattern.compile("`|\\\\(?=\\p{Punct})|\\*(?=\\S)|(?<=\\S)\\*|\\](?=[(\\[])"
            + "|<(?=[\\w/!?])|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])|&(?=#?\\w+;)");

    private CriteriaText() {}

    /** The narrative. */
    public static String of(Achievement achievement) {
        String elements = achievement.elements().stream()
                .filter(element -> !element.kind().hasTerm())
                .map(CriteriaText::item)
                .collect(Collectors.joining("\n"));
        return elements.isEmpty() ? achievement.criteria() : achievement.criteria() + "\n\n" + elements;
    }

    /** A sentence that is no Markdown, as Markdown: escaped where it would read otherwise, and nowhere else, since some show it raw. */
    public static String written(String sentence) {
        return MARKUP.matcher(sentence).replaceAll("\\\\$0");
    }

    private static String item(Element element) {
        String head = "- **" + plain(element.label()) + ":**";
        if (element.values().size() == 1) {
            return head + " " + plain(element.values().get(0));
        }
        return head
                + element.values().stream()
                        .map(value -> "\n  - " + plain(value))
                        .collect(Collectors.joining());
    }

    // text that somebody wrote as text: what Markdown would take for markup is shown as it is
    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>#|~])", "\\\\$1");
    }
}
