package org.laurelbridge.bridge.map;

/**
 * A rule document as written.
 *
 * @param file its name, for whoever reads a problem
 */
public record RuleText(String file, String text) {}
