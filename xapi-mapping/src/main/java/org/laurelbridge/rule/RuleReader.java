package org.laurelbridge.rule;

import java.util.List;
import java.util.Optional;
import org.laurelbridge.document.DocumentReader;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;
import org.laurelbridge.xapi.Problem;

/** Reads badge documents ({@code brl: 1, kind: badge}). Everything that is wrong with one is told at once. */
public final class RuleReader {
    private final Vocabulary vocabulary;

    /** A reader that knows the words of the mapping in force. */
    public RuleReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * What became of a document.
     *
     * @param badge there exactly when there are no problems
     */
    public record Answer(Optional<Badge> badge, List<Problem> problems) {}

    /** Reads a text that holds one badge document. */
    public Answer read(String file, String text) {
        Problems problems = new Problems();
        Optional<Badge> badge = DocumentReader.readOne(file, text, problems)
                .flatMap(document -> new BadgeReader(vocabulary, problems).badge(document, text));
        return answer(badge, problems);
    }

    /** Reads a document that was taken apart already, as to see its kind. */
    public Answer read(Node document, String text) {
        Problems problems = new Problems();
        return answer(new BadgeReader(vocabulary, problems).badge(document, text), problems);
    }

    private static Answer answer(Optional<Badge> badge, Problems problems) {
        return new Answer(problems.isEmpty() ? badge : Optional.empty(), problems.list());
    }
}
