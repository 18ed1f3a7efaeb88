package org.laurelbridge.bridge.issue.framework;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.framework.Frameworks.Changes;
import org.laurelbridge.bridge.issue.framework.Frameworks.Heading;
import org.laurelbridge.xapi.Problem;

/** Takes in the file of a framework: all of it, or nothing when anything in it is wrong. Doing it again changes nothing. */
public final class FrameworkImport {

    /** The largest file. */
    public static final long MOST_BYTES = 100_000_000;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_VERSION = 100;

    private final Frameworks frameworks;
    private final AlignedBadges badges;
    private final InstantSource clock;

    /** @param badges whose credentials are signed anew where they read otherwise by it */
    public FrameworkImport(Frameworks frameworks, AlignedBadges badges, InstantSource clock) {
        this.frameworks = frameworks;
        this.badges = badges;
        this.clock = clock;
    }

    /**
     * What is said of a file beside it.
     *
     * @param file its name, which may tell the language
     * @param name of the framework; null for the usual one of NICE and ESCO
     * @param format null to tell it from the content
     * @param language null for what the file's name tells, else English
     * @param version null for what the file itself tells
     */
    public record Label(
            String file,
            @Nullable String name,
            @Nullable Format format,
            @Nullable String language,
            @Nullable String version) {}

    /** What came of it. */
    public sealed interface Outcome {

        /** Taken in; the file was of this format. */
        record Done(Heading heading, Changes changes) implements Outcome {}

        /**
         * Nothing was taken in.
         *
         * @param problems the first ones
         * @param count of all of them
         */
        record Refused(List<Problem> problems, long count) implements Outcome {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /**
     * Reads the file to its end, in memory a part of it at a time.
     *
     * @param progress hears how many bytes have been read
     * @throws IOException what the stream throws
     * @throws Frameworks.Overtaken when another import of the same framework began meanwhile
     */
    public Outcome read(InputStream file, Label label, LongConsumer progress) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(new FileGauge(file, progress));
        if (Detection.isZip(bytes)) {
            return refused(new Problem(
                    "the file", Detection.looksLike(bytes), "its sheet of skills, saved as CSV in UTF-8", ""));
        }
        Optional<Format> format = label.format() == null ? Detection.of(bytes) : Optional.of(label.format());
        if (format.isEmpty()) {
            return refused(new Problem(
                    "the file",
                    Detection.looksLike(bytes),
                    "SFIA, ESCO or NICE as CSV, NICE or CASE as JSON, or CSV with the columns "
                            + String.join(",", PlainReader.COLUMNS),
                    ""));
        }
        Heading heading = heading(label, format.get());
        Optional<Problem> wrong = wrong(heading, label);
        return wrong.isPresent() ? refused(wrong.get()) : load(bytes, heading, label.version());
    }

    private Outcome load(BufferedInputStream bytes, Heading heading, @Nullable String version) throws IOException {
        Frameworks.Loading loading = frameworks.begin(heading, clock.instant());
        Taking taking = new Taking(loading);
        boolean isDone = false;
        try {
            heading.format().reader().read(bytes, taking);
            taking.end();
            if (taking.count() > 0) {
                return new Outcome.Refused(taking.problems(), taking.count());
            }
            Changes changes =
                    loading.finish(version == null ? cut(taking.version()) : version, clock.instant(), badges);
            isDone = true;
            return new Outcome.Done(heading, changes);
        } catch (FileGauge.TooLarge tooLarge) {
            return refused(new Problem("the file", "more than " + MOST_BYTES + " bytes", "at most so many", ""));
        } finally {
            if (!isDone) {
                loading.drop();
            }
        }
    }

    private static Heading heading(Label label, Format format) {
        String usual = format == Format.NICE ? "NICE Framework" : format == Format.ESCO ? "ESCO" : "";
        String name = label.name() == null || label.name().isBlank()
                ? usual
                : label.name().strip();
        String told = format == Format.ESCO ? EscoReader.language(label.file()) : null;
        String language = label.language() == null || label.language().isBlank() ? told : label.language();
        return new Heading(name, language == null ? "en" : language.strip(), format);
    }

    private static Optional<Problem> wrong(Heading heading, Label label) {
        String version = label.version();
        if (heading.name().length() > LONGEST_NAME
                || FrameworkName.key(heading.name()).isEmpty()) {
            String found = heading.name().isEmpty() ? "nothing" : ItemCheck.shown(heading.name());
            return Optional.of(new Problem(
                    "the name of the framework",
                    found,
                    "a name as \"SFIA 9\", of at most " + LONGEST_NAME + " characters",
                    ""));
        }
        if (version != null && version.length() > LONGEST_VERSION) {
            return Optional.of(
                    new Problem("the version", version.length() + " characters", "at most " + LONGEST_VERSION, ""));
        }
        return isLanguage(heading.language())
                ? Optional.empty()
                : Optional.of(new Problem(
                        "the language", ItemCheck.shown(heading.language()), "a language tag as \"en\"", "BCP 47"));
    }

    private static boolean isLanguage(String tag) {
        try {
            return tag.length() <= 35
                    && !new Locale.Builder()
                            .setLanguageTag(tag)
                            .build()
                            .getLanguage()
                            .isEmpty();
        } catch (IllformedLocaleException noTag) {
            return false;
        }
    }

    private static String cut(String version) {
        return version.length() > LONGEST_VERSION ? version.substring(0, LONGEST_VERSION) : version;
    }

    private static Outcome refused(Problem problem) {
        return new Outcome.Refused(List.of(problem), 1);
    }
}
