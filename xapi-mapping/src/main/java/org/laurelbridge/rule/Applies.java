package org.laurelbridge.rule;

/**
 * By which version those are judged who had begun when this one came into force. Everyone else goes by this one.
 *
 * @param underway a version of the badge: this one, or an earlier one
 * @param either whether the first of the two that is met counts, this version or {@code underway}
 */
public record Applies(int underway, boolean either) {
    /** Everyone goes by this version. */
    static Applies all(int version) {
        return new Applies(version, false);
    }
}
