package org.laurelbridge.webapp.admin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a badge's picture is designed or brought.
 *
 * @param badge its id
 * @param picture the address of the picture in use
 * @param kind where that comes from: a word
 * @param elsewhere the picture that its rule names, which credentials show; null when it names none
 * @param form what stands in the fields
 * @param preview the picture by what stands in the fields, as an address that holds it; null before one was asked for
 * @param problems of the fields, by their names
 * @param refused why an upload was not taken; null when there was none
 */
public record DesignerPage(
        Frame frame,
        String badge,
        String title,
        String page,
        String picture,
        String kind,
        @Nullable String elsewhere,
        Choices choices,
        DesignForm form,
        @Nullable String preview,
        Map<String, String> problems,
        @Nullable String refused) {

    /** Whether nobody gave it a picture. */
    public boolean isStandard() {
        return kind.equals(Designing.Kind.STANDARD.word());
    }

    /** The key of what is in use where the form holds something else; null where it holds that. */
    public @Nullable String now() {
        if (kind.equals(Designing.Kind.DESIGNED.word())) {
            return null;
        }
        return isStandard() ? "admin.design.now" : "admin.design.now.uploaded";
    }

    /** What there is to choose from. */
    public record Choices(List<Choice> shapes, List<Choice> icons) {}

    /**
     * Something to choose.
     *
     * @param picture an address that holds it, or an SVG element
     */
    public record Choice(String word, String picture) {}

    /** What is wrong with a field; null when nothing is. */
    public @Nullable String problem(String field) {
        return problems.get(field);
    }

    /** {@code "true"} for a field that is wrong; null for others, which leaves the attribute out. */
    public @Nullable String invalid(String field) {
        return problems.containsKey(field) ? "true" : null;
    }

    /** The id of the sentence that says what is wrong with a field; null when nothing is. */
    public @Nullable String saidBy(String field) {
        return problems.containsKey(field) ? field + "-problem" : null;
    }

    /** How many fields are to be mended. */
    public int toMend() {
        return problems.size();
    }
}
