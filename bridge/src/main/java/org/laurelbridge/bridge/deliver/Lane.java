package org.laurelbridge.bridge.deliver;

import java.util.Arrays;
import java.util.UUID;

/** Which couriers carry a delivery: hosts that strangers run must not keep gradebooks waiting. */
public enum Lane {
    /** To targets that an administrator configured. */
    CONFIGURED(0),
    /** To backpacks that learners chose. */
    BACKPACKS(1),
    /** To webhooks. */
    WEBHOOKS(2),
    /** To people, by mail. */
    MAIL(3);

    private static final String BACKPACK = "backpack:";

    private final int number;

    Lane(int number) {
        this.number = number;
    }

    /**
     * Whether every delivery counts, each in its turn: what was announced, was. Of grades the newest alone counts, and takes the place
     * of those before it.
     */
    public boolean isOfAnnouncements() {
        return this == WEBHOOKS || this == MAIL;
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

    /** Reads {@link #number}. */
    public static Lane of(int number) {
        return Arrays.stream(values())
                .filter(lane -> lane.number == number)
                .findFirst()
                .orElseThrow();
    }

    /** As it is kept. */
    public int number() {
        return number;
    }
}
