package org.laurelbridge.mapping;

/**
 * Something in a statement that was not used, and why.
 *
 * @param code stable: scaled-out-of-range, no-maximum, score-conflict …
 * @param sentence for people, without personal data
 */
public record Diagnostic(String code, String sentence) {}
