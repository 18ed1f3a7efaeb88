package org.laurelbridge.webapp.words;

import gg.jte.Content;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence with markup in its gaps. All but the markup, which templates write, is escaped. */
final class Rich {
    // a gap's place while the sentence is made, by letters that no text has: Unicode leaves them to us
    private static final char FIRST = '\uE000';
    private static final Pattern PLACE = Pattern.compile("[\uE000-\uE0FF]");

    private Rich() {}

    /** @param sentence from what fills its gaps to its text */
    static Content of(Function<Object[], String> sentence, Object... arguments) {
        Object[] gaps = new Object[arguments.length];
        Arrays.setAll(gaps, i -> gap(arguments[i], i));
        String text = sentence.apply(gaps);
        return output -> {
            int from = 0;
            for (Matcher place = PLACE.matcher(text); place.find(); from = place.end()) {
                output.writeUserContent(text.substring(from, place.start()));
                output.writeUserContent((Content) arguments[text.charAt(place.start()) - FIRST]);
            }
            output.writeUserContent(text.substring(from));
        };
    }

    private static Object gap(Object argument, int index) {
        if (argument instanceof Content) {
            return String.valueOf((char) (FIRST + index));
        }
        return argument instanceof String text ? PLACE.matcher(text).replaceAll("") : argument;
    }
}
