package org.laurelbridge.bridge.issue;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.rule.Credential;

/**
 * What is told of a badge besides its rule.
 *
 * @param credential as its document says it
 * @param elements the same in words
 * @param scoring what a score of it is; null where its rule asks for none
 * @param versions its earlier versions, the newest first
 * @param editions itself in other languages; none of an edition
 * @param original the language of the badge that this is an edition of; null when it is no edition
 * @param isRetold whether its description is its rule, told in the reader's language in place of one that nobody wrote
 */
public record Details(
        Credential credential,
        List<Element> elements,
        @Nullable Scoring scoring,
        List<Integer> versions,
        List<Achievement> editions,
        @Nullable String original,
        boolean isRetold) {

    /** Nothing. */
    public static final Details NONE = new Details(Credential.PLAIN, List.of(), null, List.of(), List.of(), null);

    public Details {
        elements = List.copyOf(elements);
        versions = List.copyOf(versions);
        editions = List.copyOf(editions);
    }

    /** Of what is described in the badge's own language. */
    public Details(
            Credential credential,
            List<Element> elements,
            @Nullable Scoring scoring,
            List<Integer> versions,
            List<Achievement> editions,
            @Nullable String original) {
        this(credential, elements, scoring, versions, editions, original, false);
    }

    Details retold() {
        return new Details(credential, elements, scoring, versions, editions, original, true);
    }

    /** The same with its editions changed alike. */
    Details ofEditions(UnaryOperator<Achievement> changed) {
        return new Details(
                credential,
                elements,
                scoring,
                versions,
                editions.stream().map(changed).toList(),
                original,
                isRetold);
    }

    /** The language of an edition; null when it is none, and stands at the badge's own address. */
    public @Nullable String edition() {
        return original == null ? null : credential.language();
    }

    /** How many credits it gives, of any system or of ECTS; null where nothing is said. */
    public @Nullable BigDecimal credits() {
        BigDecimal own = credential.effort().credits();
        return own == null ? credential.effort().ects() : own;
    }

    /**
     * The score that the rule asks for, in per cent.
     *
     * @param name what people call it
     * @param required the least that is enough; null where its rule asks for different ones
     */
    public record Scoring(String name, @Nullable BigDecimal required) {}
}
