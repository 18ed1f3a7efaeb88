package org.laurelbridge.words;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Days and minutes in a sentence: as people of a country write them; for a language alone, as programs read them (ISO 8601). */
public final class Dates {
    private final DateTimeFormatter day;
    private final DateTimeFormatter minute;

    public Dates(Locale language, ZoneId zone) {
        boolean isForPeople = !language.getCountry().isEmpty();
        DateTimeFormatter days = isForPeople
                ? DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language)
                : DateTimeFormatter.ISO_LOCAL_DATE;
        DateTimeFormatter minutes = isForPeople
                ? DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(language)
                : DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
        this.day = days.withZone(zone);
        this.minute = minutes.withZone(zone);
    }

    public String day(Instant moment) {
        return day.format(moment);
    }

    public String minute(Instant moment) {
        return minute.format(moment);
    }
}
