package org.laurelbridge.bridge.verify.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a human wants to see of a badge. All of it is what a stranger wrote: text and addresses, to be escaped.
 *
 * @param format in words: "Open Badges 3.0, embedded proof"
 * @param image an address, or a data: address that holds the picture
 */
public record Shown(
        String format,
        String name,
        String description,
        @Nullable String achievementType,
        @Nullable String criteria,
        @Nullable String criteriaUrl,
        @Nullable String image,
        Issuer issuer,
        Dates dates,
        List<Alignment> alignments,
        List<Result> results,
        List<Evidence> evidence,
        Details details) {

    /** Who says that it issued it. */
    public record Issuer(String id, String name, @Nullable String url) {}

    /** When it was earned and when it holds. */
    public record Dates(
            @Nullable Instant awarded,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil) {}

    /** An entry of a framework that it is aligned to. */
    public record Alignment(
            String name,
            @Nullable String url,
            @Nullable String framework,
            @Nullable String code) {}

    /**
     * A result.
     *
     * @param name what was measured
     * @param required what was to be reached
     */
    public record Result(
            String name, @Nullable String value, @Nullable String required) {}

    /** What it was earned by. */
    public record Evidence(
            @Nullable String name,
            @Nullable String narrative,
            @Nullable String url) {}

    /** The rest. */
    public record Details(
            @Nullable String id,
            @Nullable String version,
            @Nullable String language,
            @Nullable String credits,
            List<String> tags) {}
}
