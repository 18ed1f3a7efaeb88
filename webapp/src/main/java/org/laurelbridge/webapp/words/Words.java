package org.laurelbridge.webapp.words;

import gg.jte.Content;
import java.text.Collator;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Credential;
import org.laurelbridge.words.Catalog;
import org.laurelbridge.words.Heard;

/**
 * What one page says to its reader: sentences from {@code words/*.properties}, each file an area of the site and each of its keys
 * beginning with the area's name; dates and numbers as the reader writes them. Times are in UTC: only the
 * reader's browser knows their zone.
 */
public final class Words {
    private static final String TROUBLES = "org.laurelbridge.webapp.words.trouble";
    private static final Heard TROUBLE = Heard.of(TROUBLES, "org.laurelbridge.bridge.verify.report.reasons#trouble.");
    private static final String DEEDS = "deeds.";
    private static final Heard REASON = Heard.of(TROUBLES + "#trouble.award.");

    private final Language language;
    private final Locale locale;
    private final String query;

    private Words(Language language, Locale locale, String query) {
        this.language = language;
        this.locale = locale;
        this.query = query;
    }

    /** In this language, for nobody known. */
    public static Words of(Language language) {
        return of(language, null, "");
    }

    /**
     * For a reader.
     *
     * @param accepted the browser's list of languages, for the way of dates and numbers; null when it sent none
     * @param query of the page, without a choice of language
     */
    public static Words of(Language language, @Nullable String accepted, String query) {
        return new Words(language, language.locale(accepted), query);
    }

    /** The same for a page whose query must not be in it. */
    public Words withoutQuery() {
        return new Words(language, locale, "");
    }

    /**
     * A language that the reader may change to.
     *
     * @param href of this page in it
     * @param current the word of {@code aria-current}; null for another than this one
     */
    public record Choice(
            String tag, String name, String href, @Nullable String current) {}

    /** The languages to choose from. */
    public List<Choice> choices() {
        String before = query.isEmpty() ? "?" : "?" + query + "&";
        return Language.OFFERED.stream()
                .map(one -> new Choice(
                        one.tag(), one.ownName(), before + "lang=" + one.tag(), one == language ? "true" : null))
                .toList();
    }

    /** A sentence with its arguments: text as it is, numbers as the reader writes them, moments as days, lengths, other sentences. */
    public String say(String key, Object... arguments) {
        Object[] said = arguments.clone();
        Arrays.setAll(said, i -> argument(arguments[i]));
        return area(key).say(key, said);
    }

    public String say(Saying saying) {
        return say(saying.key(), saying.arguments().toArray());
    }

    private Object argument(Object argument) {
        if (argument instanceof Saying other) {
            return say(other);
        }
        if (argument instanceof English kept) {
            return trouble(kept.text());
        }
        if (argument instanceof Duration length) {
            return length(length);
        }
        return argument instanceof Instant at ? day(at) : argument;
    }

    /** What went wrong with something elsewhere, as it is kept in English. */
    public String trouble(String english) {
        return TROUBLE.in(locale, english);
    }

    /** Why an award stands as it does, as it is kept: in English, or in the words of the person who decided it. */
    public String reason(String kept) {
        return REASON.in(locale, kept);
    }

    /** A sentence with markup in some of its gaps: text is escaped, in gaps and around them. */
    public Content rich(String key, Object... arguments) {
        return Rich.of(gaps -> say(key, gaps), arguments);
    }

    /** What a constant is called: the key is the prefix, a dot and its name in small letters, with hyphens. */
    public String name(String prefix, Enum<?> one) {
        return say(prefix + "." + one.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** What was done, as the audit log keeps it; what no catalog knows, in its own words. */
    public String deed(String action) {
        return sayOr(DEEDS + action, action.replace('.', ' ').replace('-', ' '));
    }

    /** The actions of the audit log that are called so, in part and in whatever case. */
    public Set<String> deeds(String part) {
        String sought = part.toLowerCase(Locale.ROOT);
        return area(DEEDS).keys().stream()
                .map(key -> key.substring(DEEDS.length()))
                .filter(action -> deed(action).toLowerCase(Locale.ROOT).contains(sought))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A sentence; the other text when no catalog has it. */
    public String sayOr(String key, String other) {
        return area(key).has(key) ? say(key) : other;
    }

    private Catalog area(String key) {
        return Catalog.of("org.laurelbridge.webapp.words." + key.substring(0, key.indexOf('.')), locale);
    }

    /** What a badge is called: in the reader's language where it was translated, else in its own. */
    public String title(Badge badge) {
        Credential.Translation translated = badge.credential().translations().get(tag());
        return translated == null ? badge.title() : translated.title();
    }

    /** Badges as a dictionary of the reader's language has their titles. */
    public List<Badge> byTitle(List<Badge> badges) {
        return badges.stream()
                .sorted(Comparator.comparing(this::title, Collator.getInstance(locale)))
                .toList();
    }

    /** What a badge is about, in the reader's language where it was translated; null where its rule says enough. */
    public @Nullable String description(Badge badge) {
        Credential.Translation translated = badge.credential().translations().get(tag());
        return translated == null || translated.description() == null ? badge.description() : translated.description();
    }

    /** The word of {@code lang} for the title and description of a badge; null where they are in the page's language, or nothing is said. */
    public @Nullable String lang(Badge badge) {
        boolean isTranslated = badge.credential().translations().containsKey(tag());
        return isTranslated ? null : other(badge.credential().language());
    }

    /** The same of what a badge means. */
    public @Nullable String lang(Achievement edition) {
        return other(edition.details().credential().language());
    }

    /** The same for its description alone: null also where that is its rule, told in the reader's language. */
    public @Nullable String descriptionLang(Achievement told) {
        return told.details().isRetold() ? null : lang(told);
    }

    private @Nullable String other(@Nullable String language) {
        boolean isOurs = language == null
                || Locale.forLanguageTag(language).getLanguage().equals(tag());
        return isOurs ? null : language;
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A day, as {@code 1 March 2026}. */
    public String day(Instant at) {
        return date(FormatStyle.LONG, at);
    }

    /** A day where there is little room, as {@code 1 Mar 2026}. */
    public String briefDay(Instant at) {
        return date(FormatStyle.MEDIUM, at);
    }

    /** A minute, as {@code 1 March 2026, 14:05 UTC}. */
    public String minute(Instant at) {
        return day(at) + time(at);
    }

    /** A minute where there is little room, as {@code 1 Mar 2026, 14:05 UTC}. */
    public String brief(Instant at) {
        return briefDay(at) + time(at);
    }

    private String date(FormatStyle style, Instant at) {
        return DateTimeFormatter.ofLocalizedDate(style).withLocale(locale).format(at.atOffset(ZoneOffset.UTC));
    }

    private String time(Instant at) {
        return ", "
                + DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(at.atOffset(ZoneOffset.UTC))
                + " UTC";
    }

    /** How long ago it is, or how far ahead, as {@code 3 min ago}. */
    public String from(Instant at, Instant now) {
        Duration past = Duration.between(at, now);
        return past.isNegative()
                ? say("site.time.ahead", length("site.time", past.negated()))
                : say("site.time.ago", length("site.time", past));
    }

    /** The largest unit alone: seconds below two minutes, then minutes, hours, days. */
    public String length(Duration length) {
        return length("site.length", length);
    }

    // a length has other endings behind "ago" in some languages
    private String length(String key, Duration length) {
        if (length.toSeconds() < 120) {
            return say(key + ".seconds", length.toSeconds());
        }
        if (length.toMinutes() < 120) {
            return say(key + ".minutes", length.toMinutes());
        }
        return length.toHours() < 48 ? say(key + ".hours", length.toHours()) : say(key + ".days", length.toDays());
    }

    /** Whose texts they are, for what is translated elsewhere: rules, verdicts, badges. */
    public Locale locale() {
        return locale;
    }

    /** Of the page's words, as {@code lang} and Content-Language have it. */
    public String tag() {
        return locale.getLanguage();
    }

    public boolean isRightToLeft() {
        return language.isRightToLeft();
    }

    /** The word of {@code dir}. */
    public String direction() {
        return isRightToLeft() ? "rtl" : "ltr";
    }
}
