package org.laurelbridge.xapi;

import org.jspecify.annotations.Nullable;

/**
 * A file that goes with a statement (xAPI 1.0.3 Data 2.4.11).
 *
 * @param sha2 hexadecimal, as sent
 * @param fileUrl where it can be fetched; null means that its bytes come in the same request
 */
public record Attachment(
        String usageType,
        String contentType,
        long length,
        String sha2,
        @Nullable String fileUrl) {}
