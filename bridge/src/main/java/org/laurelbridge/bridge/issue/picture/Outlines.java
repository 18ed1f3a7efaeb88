package org.laurelbridge.bridge.issue.picture;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.stream.IntStream;

/** Forms that Java has no names for, about the middle of a square of 400 units. */
final class Outlines {

    private Outlines() {}

    /** With a corner at the top; corners are rounded from so far before them. */
    static Path2D hexagon(double middle, double radius, double round) {
        List<Point2D> corners = IntStream.range(0, 6)
                .mapToObj(i -> polar(middle, radius, 60 * i))
                .toList();
        Path2D path = new Path2D.Double();
        for (int i = 0; i < 6; i++) {
            Point2D corner = corners.get(i);
            Point2D before = towards(corner, corners.get((i + 5) % 6), round);
            Point2D after = towards(corner, corners.get((i + 1) % 6), round);
            if (i == 0) {
                path.moveTo(before.getX(), before.getY());
            } else {
                path.lineTo(before.getX(), before.getY());
            }
            path.quadTo(corner.getX(), corner.getY(), after.getX(), after.getY());
        }
        path.closePath();
        return path;
    }

    static Path2D shield() {
        Path2D path = new Path2D.Double();
        path.moveTo(200, 12);
        path.curveTo(236, 38, 292, 50, 346, 50);
        path.quadTo(360, 50, 360, 64);
        path.lineTo(360, 196);
        path.curveTo(360, 292, 288, 354, 200, 390);
        path.curveTo(112, 354, 40, 292, 40, 196);
        path.lineTo(40, 64);
        path.quadTo(40, 50, 54, 50);
        path.curveTo(108, 50, 164, 38, 200, 12);
        path.closePath();
        return path;
    }

    /** A disc with so many waves at its edge. */
    static Path2D scallop(double middle, double radius, int waves) {
        double step = 360.0 / waves;
        Path2D path = new Path2D.Double();
        Point2D first = polar(middle, radius * 0.93, -step / 2);
        path.moveTo(first.getX(), first.getY());
        for (int i = 0; i < waves; i++) {
            Point2D left = polar(middle, radius * 1.04, step * (i - 0.3));
            Point2D right = polar(middle, radius * 1.04, step * (i + 0.3));
            Point2D end = polar(middle, radius * 0.93, step * (i + 0.5));
            path.curveTo(left.getX(), left.getY(), right.getX(), right.getY(), end.getX(), end.getY());
        }
        path.closePath();
        return path;
    }

    /** @param degrees clockwise from the top */
    static Point2D polar(double middle, double radius, double degrees) {
        double angle = Math.toRadians(degrees);
        return new Point2D.Double(200 + radius * Math.sin(angle), middle - radius * Math.cos(angle));
    }

    private static Point2D towards(Point2D from, Point2D to, double distance) {
        double share = distance / from.distance(to);
        return new Point2D.Double(
                from.getX() + (to.getX() - from.getX()) * share, from.getY() + (to.getY() - from.getY()) * share);
    }
}
