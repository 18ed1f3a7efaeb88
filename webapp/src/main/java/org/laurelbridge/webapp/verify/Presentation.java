package org.laurelbridge.webapp.verify;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.issue.Addresses.BadgeForm;
import org.laurelbridge.bridge.issue.Addresses.BadgePlace;
import org.laurelbridge.bridge.verify.report.Shown;
import org.laurelbridge.webapp.words.Words;

/**
 * What a stranger's badge says, as a page shows it: nothing of it makes a reader's browser ask a stranger's address.
 *
 * @param shown text and addresses that a stranger wrote
 * @param picture the address of one that the badge holds, or ours; null when it is elsewhere
 */
public record Presentation(Shown shown, @Nullable String picture) {
    private static final int LONGEST_PICTURE = 3_000_000;
    private static final Pattern HELD = Pattern.compile("data:image/(png|jpeg|gif|webp|svg\\+xml)[;,]");

    private static final Pattern KIND = Pattern.compile("[A-Z][A-Za-z]{1,60}");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    static Presentation of(Shown shown, Addresses addresses) {
        String image = shown.image();
        return new Presentation(shown, image == null ? null : picture(image, addresses));
    }

    private static @Nullable String picture(String image, Addresses addresses) {
        if (HELD.matcher(image).lookingAt()) {
            return image.length() <= LONGEST_PICTURE ? image : null;
        }
        return uri(image)
                .flatMap(addresses::parse)
                .filter(place -> place instanceof BadgePlace badge
                        && (badge.form() == BadgeForm.PICTURE || badge.form() == BadgeForm.PICTURE_PNG))
                .map(place -> URI.create(image).getRawPath())
                .orElse(null);
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    /** Its days, those that it names. */
    public List<Day> days() {
        Shown.Dates dates = shown.dates();
        return Stream.of(
                        day("verify.earned", dates.awarded() == null ? dates.validFrom() : dates.awarded()),
                        day("verify.valid-until", dates.validUntil()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Day> day(String label, @Nullable Instant at) {
        return Optional.ofNullable(at).map(moment -> new Day(label, moment));
    }

    /** What it is aligned to. */
    public List<Fact> alignments() {
        return shown.alignments().stream()
                .map(one -> new Fact(framework(one), one.name(), web(one.url()), ""))
                .toList();
    }

    // the name often begins with it
    private static String framework(Shown.Alignment one) {
        String framework = one.framework();
        return framework == null || one.name().startsWith(framework) ? "" : framework + ": ";
    }

    /** What it was earned by, where words say so. */
    public List<Fact> evidence() {
        return shown.evidence().stream()
                .map(one -> new Fact("", text(one.name()), web(one.url()), text(one.narrative())))
                .filter(fact -> !(fact.text() + fact.more()).isEmpty())
                .toList();
    }

    /** What kind of achievement it is: those of Open Badges in the reader's language, others as they were written; null where it is not told. */
    public @Nullable String type(Words words) {
        String type = shown.achievementType();
        if (type == null || !KIND.matcher(type).matches()) {
            return type;
        }
        String word = HUMP.matcher(type).replaceAll("-").toLowerCase(Locale.ROOT);
        return words.sayOr("verify.achievement." + word, type);
    }

    /** The rest, where it is told. */
    public List<Fact> details() {
        Shown.Details details = shown.details();
        return Stream.of(
                        detail("verify.version", details.version()),
                        detail("verify.credits", details.credits()),
                        detail("verify.language", details.language()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Fact> detail(String label, @Nullable String text) {
        return Optional.ofNullable(text).map(told -> new Fact(label, told));
    }

    /** Where its issuer says that it is found; null when that is no page. */
    public @Nullable String issuer() {
        return web(shown.issuer().url());
    }

    /** Where its criteria stand; null when that is no page. */
    public @Nullable String criteria() {
        return web(shown.criteriaUrl());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String web(@Nullable String url) {
        return url != null && url.matches("https?://\\S+") ? url : null;
    }

    /**
     * A day that it names.
     *
     * @param label the key of what is on it
     */
    public record Day(String label, Instant at) {}

    /**
     * Something that it says.
     *
     * @param link a page about it; null when there is none
     * @param more what follows in smaller letters; empty for nothing
     */
    public record Fact(String label, String text, @Nullable String link, String more) {
        Fact(String label, String text) {
            this(label, text, null, "");
        }
    }
}
