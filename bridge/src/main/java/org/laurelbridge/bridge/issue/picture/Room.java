package org.laurelbridge.bridge.issue.picture;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.Arrays;

/** Where something may stand: for each height, how far from the middle. Immutable. */
final class Room {

    private static final double FINE = 0.5;
    // sides meet at heights that differ in the last digit
    private static final double NEAR = 1e-6;

    private final double[] halves;
    private final double top;
    private final double bottom;

    private Room(double[] halves, double top, double bottom) {
        this.halves = halves;
        this.top = top;
        this.bottom = bottom;
    }

    /** The inside of a symmetrical form. */
    static Room of(Path2D form) {
        double[] halves = new double[400];
        PathIterator lines = form.getPathIterator(null, FINE);
        double[] point = new double[6];
        double x = 0;
        double y = 0;
        for (; !lines.isDone(); lines.next()) {
            if (lines.currentSegment(point) == PathIterator.SEG_LINETO) {
                cross(halves, x, y, point[0], point[1]);
            }
            x = point[0];
            y = point[1];
        }
        return new Room(halves, form.getBounds2D().getMinY(), form.getBounds2D().getMaxY());
    }

    /** The part above a height. */
    Room above(double height) {
        return new Room(halves, top, Math.min(bottom, height));
    }

    double top() {
        return top;
    }

    double bottom() {
        return bottom;
    }

    /** How wide something in the middle may be that reaches from one height to another; 0 outside. */
    double width(double from, double to) {
        if (from < top || to > bottom) {
            return 0;
        }
        int first = (int) Math.floor(from);
        int last = Math.min(halves.length, (int) Math.ceil(to) + 1);
        return 2 * Arrays.stream(halves, first, last).min().orElse(0);
    }

    // where a side crosses a height to the right of the middle
    private static void cross(double[] halves, double x1, double y1, double x2, double y2) {
        double low = Math.min(y1, y2);
        double high = Math.max(y1, y2);
        for (int height = (int) Math.ceil(low - NEAR); height <= high + NEAR && height < halves.length; height++) {
            double share = high - low < NEAR ? 0 : (height - y1) / (y2 - y1);
            double half = x1 + share * (x2 - x1) - 200;
            if (half > 0) {
                halves[height] = halves[height] == 0 ? half : Math.min(halves[height], half);
            }
        }
    }
}
