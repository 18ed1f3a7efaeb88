package org.laurelbridge.bridge.listen.push;

/**
 * A source that pushes.
 *
 * @param source its name
 * @param versionHeaderRequired whether a request without X-Experience-API-Version is refused (1.0.3 Communication 3.3); hooks
 *     exist that send none
 * @param hooks whether the envelopes of an LRS's hooks are opened
 */
public record Sender(String source, boolean versionHeaderRequired, boolean hooks) {}
