package org.laurelbridge.bridge.issue.picture;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Where head and text stand in a shape: as large as they can within it, one below the other, in the middle.
 *
 * @param headTop of the head
 * @param head its height
 * @param size of the letters
 * @param baselines of the lines
 */
record Layout(double headTop, double head, double size, List<Double> baselines) {

    /** How high a capital is, in em. */
    static final double CAPITAL = 0.73;

    private static final double DESCENT = 0.2;
    private static final double LINE = 1.22;
    private static final double[] LARGEST_HEAD = {180, 128, 108, 92};
    private static final double[] LARGEST_TEXT = {6, 46, 38, 32};
    private static final double LARGEST_TEXT_ALONE = 64;
    private static final double SMALLEST_HEAD_SHARE = 0.35;
    private static final double SMALLEST_TEXT = 6;
    private static final double STEP = 0.96;

    Layout {
        baselines = List.copyOf(baselines);
    }

    /** The layout in which head and text together are largest; the text counts twice. */
    static Layout of(Room room, Head head, List<Letters.Line> lines) {
        int count = lines.size();
        boolean isText = head instanceof Head.Empty;
        double largest = LARGEST_HEAD[count];
        List<Double> heads = isText ? List.of(0.0) : downFrom(largest, largest * SMALLEST_HEAD_SHARE);
        List<Double> sizes = downFrom(isText ? LARGEST_TEXT_ALONE : LARGEST_TEXT[count], SMALLEST_TEXT);
        return sizes.stream()
                .flatMap(size -> heads.stream().map(height -> at(room, height, size, count)))
                .filter(layout -> layout.fits(room, head, lines))
                .max(Comparator.comparingDouble(layout -> layout.size * layout.size * Math.max(1, layout.head)))
                .orElseGet(() -> at(room, heads.get(heads.size() - 1), SMALLEST_TEXT, count));
    }

    private static List<Double> downFrom(double largest, double smallest) {
        return DoubleStream.iterate(largest, height -> height * STEP)
                .takeWhile(height -> height >= smallest)
                .boxed()
                .toList();
    }

    private static Layout at(Room room, double head, double size, int lines) {
        double gap = head > 0 && lines > 0 ? 0.25 * size + 8 : 0;
        double text = lines == 0 ? 0 : (lines - 1) * LINE * size + CAPITAL * size;
        double top = (room.top() + room.bottom() - head - gap - text) / 2;
        double first = top + head + gap + CAPITAL * size;
        return new Layout(
                top,
                head,
                size,
                IntStream.range(0, lines).mapToObj(i -> first + i * LINE * size).toList());
    }

    private boolean fits(Room room, Head top, List<Letters.Line> lines) {
        return (head == 0 || room.width(headTop, headTop + head) >= top.width(head))
                && IntStream.range(0, lines.size()).allMatch(i -> {
                    double base = baselines.get(i);
                    double width = lines.get(i).width() * size;
                    return room.width(base - CAPITAL * size, base + DESCENT * size) >= width;
                });
    }
}
