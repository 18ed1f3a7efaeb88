package org.laurelbridge.bridge.issue.picture;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;

/**
 * Writes geometry as the data of an SVG path, in tenths at the finest, and as short as it goes, since a page shows dozens of pictures:
 * each point from the one before. No error adds up, as both are rounded first.
 */
final class SvgPath {

    private static final String COMMANDS = "mlqcz";
    private static final int[] NUMBERS = {2, 2, 4, 6, 0};

    private final StringBuilder data = new StringBuilder();
    private char last = ' ';
    private long x;
    private long y;
    private long startX;
    private long startY;

    private SvgPath() {}

    static String of(Shape shape) {
        return of(shape, new AffineTransform());
    }

    static String of(Shape shape, AffineTransform moved) {
        SvgPath written = new SvgPath();
        double[] numbers = new double[6];
        for (PathIterator path = shape.getPathIterator(moved); !path.isDone(); path.next()) {
            written.add(path.currentSegment(numbers), numbers);
        }
        return written.data.toString();
    }

    private void add(int segment, double[] numbers) {
        if (segment == PathIterator.SEG_CLOSE) {
            command('z');
            x = startX;
            y = startY;
            return;
        }
        long[] steps = new long[NUMBERS[segment]];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = tenths(numbers[i]) - (i % 2 == 0 ? x : y);
        }
        if (segment == PathIterator.SEG_LINETO && steps[1] == 0) {
            command('h');
            number(steps[0], true);
        } else if (segment == PathIterator.SEG_LINETO && steps[0] == 0) {
            command('v');
            number(steps[1], true);
        } else {
            boolean isNamed = command(COMMANDS.charAt(segment));
            for (int i = 0; i < steps.length; i++) {
                number(steps[i], i == 0 && isNamed);
            }
        }
        x += steps[steps.length - 2];
        y += steps[steps.length - 1];
        if (segment == PathIterator.SEG_MOVETO) {
            startX = x;
            startY = y;
        }
    }

    /** Whether it had to be written: the same again goes without saying, but for a move, which would go on as lines. */
    private boolean command(char command) {
        boolean isNamed = command != last || command == 'm';
        if (isNamed) {
            data.append(command);
        }
        last = command;
        return isNamed;
    }

    private void number(long tenths, boolean isFirst) {
        String written = written(tenths);
        // a letter or a minus sign parts them
        boolean parts = Character.isDigit(data.charAt(data.length() - 1)) && !written.startsWith("-");
        data.append(!isFirst && parts ? " " : "").append(written);
    }

    private static long tenths(double number) {
        return Math.round(number * 10);
    }

    /** As short as it goes. */
    static String number(double number) {
        return written(tenths(number));
    }

    private static String written(long tenths) {
        long size = Math.abs(tenths);
        String whole = size < 10 && size > 0 ? "" : String.valueOf(size / 10);
        return (tenths < 0 ? "-" : "") + whole + (size % 10 == 0 ? "" : "." + size % 10);
    }
}
