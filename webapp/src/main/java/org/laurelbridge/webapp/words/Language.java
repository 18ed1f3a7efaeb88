package org.laurelbridge.webapp.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language that pages are in. */
public enum Language {
    ENGLISH("en", "English", Locale.UK),
    GERMAN("de", "Deutsch", Locale.GERMANY),
    SPANISH("es", "Español", new Locale("es", "ES")),
    /** English from right to left, to see whether pages stand that. Nobody is offered it: a cookie asks for it. */
    MIRRORED("ar-XB", "English, mirrored", Locale.UK);

    /** Those that readers choose from. */
    public static final List<Language> OFFERED = List.of(ENGLISH, GERMAN, SPANISH);

    private static final int LONGEST = 500;

    private final String tag;
    private final String ownName;
    private final Locale usual;

    Language(String tag, String ownName, Locale usual) {
        this.tag = tag;
        this.ownName = ownName;
        this.usual = usual;
    }

    /** As links and the cookie name it. */
    public String tag() {
        return tag;
    }

    /** As those who speak it call it. */
    public String ownName() {
        return ownName;
    }

    public boolean isRightToLeft() {
        return this == MIRRORED;
    }

    /** The one with this tag; empty for any other. */
    public static Optional<Language> of(@Nullable String tag) {
        return Arrays.stream(values()).filter(one -> one.tag.equals(tag)).findFirst();
    }

    /** The one that speaks to whom a tag of a platform names, as {@code de-AT} or {@code es_MX}; empty for none of ours. */
    public static Optional<Language> near(String tag) {
        String language = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        return OFFERED.stream().filter(one -> one.tag.equals(language)).findFirst();
    }

    /** The best of a browser's list (RFC 9110 §12.5.4, RFC 4647 §3.4); English where it names none of ours. */
    public static Language best(@Nullable String accepted) {
        List<Locale> ours =
                OFFERED.stream().map(one -> Locale.forLanguageTag(one.tag)).toList();
        Locale found = Locale.lookup(ranges(accepted), ours);
        return found == null ? ENGLISH : near(found.toLanguageTag()).orElse(ENGLISH);
    }

    /** Whose dates and numbers a reader gets: of the country that the browser names with this language, else of the usual one. */
    Locale locale(@Nullable String accepted) {
        return ranges(accepted).stream()
                .filter(range -> range.getWeight() > 0)
                .map(range -> Locale.forLanguageTag(range.getRange()))
                .filter(one -> one.getLanguage().equals(usual.getLanguage())
                        && !one.getCountry().isEmpty())
                .findFirst()
                .orElse(usual);
    }

    private static List<Locale.LanguageRange> ranges(@Nullable String accepted) {
        if (accepted == null || accepted.isBlank() || accepted.length() > LONGEST) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(accepted);
        } catch (IllegalArgumentException notAList) {
            return List.of();
        }
    }
}
