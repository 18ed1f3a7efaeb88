package org.laurelbridge.build;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number and its unit, as a form asks for them: {@code 90d} is 90 days.
 *
 * @param number as it was typed, which may be none
 * @param unit as a document writes it; empty for none
 */
public record Measure(String number, String unit) {
    private static final Pattern WRITTEN = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*(mo|[smhdwy%])");

    /** What a form shows of a text; what has no unit that is known is shown as a number. */
    public static Measure of(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        return written.matches() ? new Measure(written.group(1), written.group(2)) : new Measure(text, "");
    }

    /** Some of them, by commas. */
    public static List<Measure> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(Measure::of)
                .toList();
    }

    /** As a document writes it; what is typed and no number stays as it is. */
    String text() {
        return number.strip().matches("[0-9]+(\\.[0-9]+)?") ? number.strip() + unit : number;
    }
}
