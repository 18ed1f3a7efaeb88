package org.laurelbridge.webapp.admin;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.laurelbridge.bridge.subject.Erasure;
import org.laurelbridge.bridge.subject.Report;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.words.Saying;

/** The reports of erasures, the newest first. */
public record ErasuresPage(Frame frame, List<Line> lines) {

    private static final Pattern OF_COURSE = Pattern.compile("(?s)(.+), course (.+)");

    /** How many at a place that Laurel does not reach. */
    public record Elsewhere(Saying place, long count) {
        static Elsewhere of(String place, long count) {
            Matcher course = OF_COURSE.matcher(place);
            Saying said = switch (place) {
                case "backpack" -> Saying.of("admin.erasures.backpacks");
                case "status lists, as withdrawn" -> Saying.of("admin.erasures.lists");
                default ->
                    course.matches()
                            ? Saying.of("admin.erasures.course", course.group(1), course.group(2))
                            : Saying.of("admin.erasures.target", place);
            };
            return new Elsewhere(said, count);
        }
    }

    /** One of them. */
    public record Line(
            Erasure erasure,
            Moment asked,
            List<ErasePage.Count> erased,
            List<ErasePage.Count> blanked,
            List<Elsewhere> elsewhere) {
        static Line of(Erasure erasure) {
            Report report = erasure.report();
            return new Line(
                    erasure,
                    new Moment(erasure.askedAt()),
                    ErasePage.counts(report.erased()),
                    ErasePage.counts(report.blanked()),
                    report.elsewhere().entrySet().stream()
                            .filter(entry -> entry.getValue() > 0)
                            .map(entry -> Elsewhere.of(entry.getKey(), entry.getValue()))
                            .toList());
        }

        /** How it stands. */
        public Saying state() {
            return erasure.isDone()
                    ? Saying.of("admin.erasures.done")
                    : Saying.of("planning.percent", erasure.percent());
        }
    }

    static ErasuresPage of(Frame frame, List<Erasure> erasures) {
        return new ErasuresPage(frame, erasures.stream().map(Line::of).toList());
    }
}
