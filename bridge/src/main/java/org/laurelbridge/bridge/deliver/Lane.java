package org.laurelbridge.bridge.deliver;

import java.util.UUID;

/** Which couriers carry a delivery: hosts that strangers run must not keep gradebooks waiting. */
public enum Lane {
    /** To targets that an administrator configured. */
    CONFIGURED(0),
    /** To backpacks that learners chose. */
    BACKPACKS(1);

    private static final String BACKPACK = "backpack:";

    private final int number;

    Lane(int number) {
        this.number = number;
    }

    /** As the target of a delivery. */
    public static String target(UUID backpack) {
        return BACKPACK + backpack;
    }

    /** Whether a target is a backpack. */
    static boolean isBackpack(String target) {
        return target.startsWith(BACKPACK);
    }

    /** Reads {@link #target}. */
    public static UUID backpack(String target) {
        return UUID.fromString(target.substring(BACKPACK.length()));
    }

    /** As it is kept. */
    public int number() {
        return number;
    }
}
