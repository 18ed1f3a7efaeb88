package org.laurelbridge.rule;

import org.jspecify.annotations.Nullable;

/**
 * What stands behind the badge, for whoever verifies it.
 *
 * @param assessment how it was assessed, as {@code exam}; null where nothing is said
 * @param proctored whether under supervision; null where nothing is said
 */
public record Rigour(@Nullable String assessment, @Nullable Boolean proctored) {}
