package org.laurelbridge.bridge.listen.file;

import org.laurelbridge.xapi.Json.Parsed;

/**
 * Something in a file that should be a statement.
 *
 * @param raw its text; for one that is broken and whose text is not at hand, where it stands
 */
record Piece(Parsed parsed, String raw, String place) {}
