package org.laurelbridge.bridge.award;

/** A rule that could not be evaluated for somebody. The message holds no personal data. */
final class RuleFailure extends RuntimeException {

    private final int version;

    RuleFailure(int version, RuntimeException cause) {
        super("failed unexpectedly, see the log: " + cause.getClass().getSimpleName(), cause);
        this.version = version;
    }

    String why() {
        return String.valueOf(getMessage());
    }

    /** Of the badge, 0 when it is not in force. */
    int version() {
        return version;
    }
}
