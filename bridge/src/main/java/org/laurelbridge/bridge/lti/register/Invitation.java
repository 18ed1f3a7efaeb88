package org.laurelbridge.bridge.lti.register;

/**
 * An administrator's word that one platform may register Laurel.
 *
 * @param name that the platform has here from then on, up to 60 characters
 * @param trustsEmail whether its users may be known by the addresses that it tells
 */
public record Invitation(String name, boolean trustsEmail) {
    /** The longest name. */
    public static final int LONGEST_NAME = 60;
}
