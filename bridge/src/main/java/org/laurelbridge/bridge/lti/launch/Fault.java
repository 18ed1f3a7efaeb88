package org.laurelbridge.bridge.lti.launch;

/**
 * Why a launch is not let in.
 *
 * @param found what the token holds instead, in words that name nobody and are safe to log
 */
public record Fault(Check check, String found) {

    /** Found, expected and clause in one line. */
    public String sentence() {
        return "found " + found + "; expected " + check.expected() + " (" + check.clause() + ")";
    }
}
