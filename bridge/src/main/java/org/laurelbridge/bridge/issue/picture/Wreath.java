package org.laurelbridge.bridge.issue.picture;

import java.util.Locale;

/** Two branches of laurel that grow from the foot to the top, each leaf smaller than the one before. */
final class Wreath {

    private static final int LEAVES = 9;
    private static final double FIRST_DEGREE = 172;
    private static final double STEP_DEGREES = 17;
    private static final double RADIUS = 152;

    /** One leaf, from its foot upward. */
    static final String LEAF = "M0 0C-15-9-17-31 0-47C17-31 15-9 0 0Z";

    private Wreath() {}

    /** @param key of the leaf's id, {@code b} and this; {@code w} and this is that of one branch, of which the other is the mirror */
    static String leaves(String key) {
        StringBuilder leaves = new StringBuilder("<g id=\"w" + key + "\">\n");
        for (int i = 0; i < LEAVES; i++) {
            double degrees = FIRST_DEGREE - i * STEP_DEGREES;
            double size = (1.02 - 0.045 * i) * 0.82;
            leaves.append(leaf(key, degrees, -62, size, RADIUS - 4));
            leaves.append(leaf(key, degrees - STEP_DEGREES / 2, -118, size, RADIUS + 4));
        }
        return leaves + "</g>\n<use href=\"#w" + key + "\" transform=\"matrix(-1 0 0 1 400 0)\"/>\n";
    }

    private static String leaf(String key, double degrees, double turn, double size, double radius) {
        double angle = Math.toRadians(degrees);
        return String.format(
                Locale.ROOT,
                "<use href=\"#b%s\" transform=\"translate(%.1f %.1f)rotate(%.1f)scale(%.2f)\"/>\n",
                key,
                200 + radius * Math.sin(angle),
                200 - radius * Math.cos(angle),
                degrees + turn,
                size);
    }
}
