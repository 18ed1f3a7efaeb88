package org.laurelbridge.bridge.deliver.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.laurelbridge.words.Catalog;

/** The words of mails in one language: a new language is a new file {@code mail_*.properties} and its tag here. */
public final class MailWords {
    /** The languages that there are; the first is that of who reads none of them. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.forLanguageTag("es"));

    private final Catalog words;

    private MailWords(Locale language) {
        this.words = Catalog.of("org.laurelbridge.bridge.deliver.mail.mail", language);
    }

    /** In this language, or in English where there is no file for it. */
    public static MailWords in(Locale language) {
        return new MailWords(LANGUAGES.stream()
                .filter(known -> known.getLanguage().equals(language.getLanguage()))
                .findFirst()
                .orElse(LANGUAGES.get(0)));
    }

    /** Whether mails can be written in it. */
    public static boolean know(Locale language) {
        return LANGUAGES.stream().anyMatch(known -> known.getLanguage().equals(language.getLanguage()));
    }

    /** A text with its parameters. */
    public String say(String key, Object... parameters) {
        return words.say(key, parameters);
    }

    /** The day of a moment, as one writes it. */
    public String day(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language())
                .format(moment.atZone(zone));
    }

    public Locale language() {
        return words.locale();
    }
}
