package org.laurelbridge.bridge.record;

import java.time.Instant;
import java.util.UUID;

/**
 * A statement as it is kept.
 *
 * @param stored when Laurel kept it
 * @param raw its JSON as sent
 */
public record Kept(UUID id, String source, Instant stored, String raw) {}
