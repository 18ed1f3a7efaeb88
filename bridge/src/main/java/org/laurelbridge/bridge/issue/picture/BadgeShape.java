package org.laurelbridge.bridge.issue.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The outer form of a badge, drawn in a square of 400 units. All are symmetrical about its middle. */
public enum BadgeShape {
    CIRCLE(288),
    HEXAGON(282),
    SHIELD(252),
    SQUARE(292),
    ROSETTE(238),
    WREATH(288);

    private final double ribbonTop;

    BadgeShape(double ribbonTop) {
        this.ribbonTop = ribbonTop;
    }

    /** As a design names it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<BadgeShape> of(String word) {
        return Stream.of(values()).filter(shape -> shape.word().equals(word)).findFirst();
    }

    /** What is filled with the background. */
    Path2D outline() {
        return switch (this) {
            case CIRCLE -> circle(200, 188);
            case HEXAGON -> Outlines.hexagon(200, 194, 26);
            case SHIELD -> Outlines.shield();
            case SQUARE -> rounded(14, 52);
            case ROSETTE -> circle(176, 138);
            case WREATH -> circle(200, 189);
        };
    }

    /** Where icon and text have room. */
    Room room(boolean hasRibbon) {
        Room room = Room.of(inside());
        return hasRibbon ? room.above(ribbonTop - 6) : room;
    }

    private Path2D inside() {
        return switch (this) {
            case CIRCLE -> circle(200, 166);
            case HEXAGON -> Outlines.hexagon(200, 172, 20);
            case SHIELD -> scaled(Outlines.shield(), 190, 0.86);
            case SQUARE -> rounded(34, 36);
            case ROSETTE, WREATH -> circle(this == WREATH ? 200 : 176, 124);
        };
    }

    double ribbonTop() {
        return ribbonTop;
    }

    private static Path2D circle(double middle, double radius) {
        return new Path2D.Double(new Ellipse2D.Double(200 - radius, middle - radius, 2 * radius, 2 * radius));
    }

    private static Path2D rounded(double inset, double radius) {
        double side = 400 - 2 * inset;
        return new Path2D.Double(new RoundRectangle2D.Double(inset, inset, side, side, 2 * radius, 2 * radius));
    }

    private static Path2D scaled(Path2D path, double middle, double factor) {
        AffineTransform smaller = AffineTransform.getTranslateInstance(200, middle);
        smaller.scale(factor, factor);
        smaller.translate(-200, -middle);
        return new Path2D.Double(path, smaller);
    }
}
