package org.laurelbridge.webapp.admin;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.deliver.OwnGrades.Entry;
import org.laurelbridge.bridge.deliver.OwnGrades.Grade;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.words.Saying;

/**
 * A page of Laurel's own gradebook.
 *
 * @param next where the next page begins; null on the last
 */
public record GradebookPage(
        Frame frame, List<Line> lines, @Nullable Grade next) {
    static final int SHOWN = 200;

    /**
     * A grade as people read it.
     *
     * @param points as {@code 80 of 100}
     * @param remark without the badge and the address of the award, which stand beside it
     */
    public record Line(Grade grade, String name, String title, Saying points, String remark, Moment at) {}

    /** @param titles of badges, by their ids */
    static GradebookPage of(Frame frame, List<Entry> found, UnaryOperator<String> titles) {
        List<Line> lines = found.stream()
                .limit(SHOWN)
                .map(entry -> line(entry, titles.apply(entry.grade().badge())))
                .toList();
        Grade next = found.size() > SHOWN ? lines.get(SHOWN - 1).grade() : null;
        return new GradebookPage(frame, lines, next);
    }

    private static Line line(Entry entry, String title) {
        Grade grade = entry.grade();
        String name = entry.name();
        Saying points = Saying.of("admin.points", plain(grade.grade()), plain(grade.maximum()));
        return new Line(
                grade,
                name == null ? grade.person().toString() : name,
                title,
                points,
                brief(grade.remark()),
                new Moment(grade.stamp()));
    }

    /** As {@code earned on 2026-03-01}, of a remark as it goes to gradebooks. */
    private static String brief(String remark) {
        return remark.replaceFirst("\\.?\\s+https?://\\S+$", "").replaceFirst("^.*: ", "");
    }

    /** As {@code 80}, not {@code 80.00000}. */
    private static String plain(BigDecimal points) {
        return points.stripTrailingZeros().toPlainString();
    }
}
