package org.laurelbridge.bridge.issue.framework;

import java.time.Instant;

/**
 * A framework in one language, as the newest import left it.
 *
 * @param id for addresses
 * @param name as credentials tell it ({@code targetFramework}), as "NICE Framework"
 * @param language as "en" (BCP 47)
 * @param version as its publisher counts; empty where nobody said
 * @param format of the file that it came from
 * @param importedAt when the newest import ended
 * @param items that stand
 * @param retired items that do not stand any more
 */
public record Framework(
        long id,
        String name,
        String language,
        String version,
        Format format,
        Instant importedAt,
        long items,
        long retired) {}
