package org.laurelbridge.webapp.server;

import gg.jte.Content;
import java.time.Instant;
import org.laurelbridge.webapp.words.Words;

/**
 * A time on a page: said in the reader's words in UTC, with ISO 8601 for machines. Where scripts run, {@code habits.js} says it in the
 * same form in the reader's own zone.
 */
public record Moment(Instant at) {

    /** For machines: ISO 8601. */
    public String iso() {
        return at.toString();
    }

    /** In a sentence, as {@code 1 March 2026, 14:05 UTC}. */
    public Content minute(Words words) {
        return tag("minute", words.minute(at));
    }

    /** In a table, as {@code 1 Mar 2026, 14:05 UTC}. */
    public Content brief(Words words) {
        return tag("brief", words.brief(at));
    }

    /** The day alone in a sentence, as {@code 1 March 2026}. */
    public Content day(Words words) {
        return tag("day", words.day(at));
    }

    /** The day alone in a table, as {@code 1 Mar 2026}. */
    public Content briefDay(Words words) {
        return tag("brief-day", words.briefDay(at));
    }

    /** How long ago it is or how far ahead, as {@code 3 min ago}, wherever the reader is. */
    public Content from(Instant now, Words words) {
        return tag("from", words.from(at, now));
    }

    private Content tag(String form, String text) {
        return output -> {
            output.writeContent("<time datetime=\"" + iso() + "\" data-form=\"" + form + "\">");
            output.writeUserContent(text);
            output.writeContent("</time>");
        };
    }
}
