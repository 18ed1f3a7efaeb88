package org.laurelbridge.bridge.issue.picture;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;

/** Writes geometry as the data of an SVG path, in tenths at the finest. */
final class SvgPath {

    private static final String COMMANDS = "MLQCZ";
    private static final int[] NUMBERS = {2, 2, 4, 6, 0};

    private SvgPath() {}

    static String of(Shape shape) {
        return of(shape, new AffineTransform());
    }

    static String of(Shape shape, AffineTransform moved) {
        StringBuilder data = new StringBuilder();
        double[] numbers = new double[6];
        for (PathIterator path = shape.getPathIterator(moved); !path.isDone(); path.next()) {
            int command = path.currentSegment(numbers);
            data.append(COMMANDS.charAt(command));
            for (int i = 0; i < NUMBERS[command]; i++) {
                String written = number(numbers[i]);
                data.append(i > 0 && !written.startsWith("-") ? " " : "").append(written);
            }
        }
        return data.toString();
    }

    /** As short as it goes. */
    static String number(double number) {
        long tenths = Math.round(number * 10);
        String whole = (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10;
        return tenths % 10 == 0 ? String.valueOf(tenths / 10) : whole + "." + Math.abs(tenths) % 10;
    }
}
