package org.laurelbridge.bridge.verify.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.laurelbridge.bridge.fetch.Fetched.Trouble;
import org.laurelbridge.words.Catalog;
import org.laurelbridge.words.Dates;

/** Says lines in one language. */
final class Sentences {

    // what a stranger wrote stands in our sentence: enough to know it again, never a page of it
    private static final int LONGEST = 200;

    private final Catalog words;
    private final Dates dates;

    Sentences(Locale language) {
        this.words = Catalog.of("org.laurelbridge.bridge.verify.report.reasons", language);
        this.dates = new Dates(language, ZoneOffset.UTC);
    }

    String of(Line line) {
        Object[] arguments = line.arguments().stream().map(this::argument).toArray();
        return words.say(line.reason().key(), arguments);
    }

    private String argument(Object argument) {
        if (argument instanceof Trouble trouble) {
            return words.say(
                    "trouble." + trouble.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        if (argument instanceof Instant time) {
            return dates.minute(time) + " UTC";
        }
        if (argument instanceof Line line) {
            return of(line);
        }
        String text = argument.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
