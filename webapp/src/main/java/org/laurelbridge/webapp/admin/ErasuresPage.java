package org.laurelbridge.webapp.admin;

import java.util.List;
import org.laurelbridge.bridge.subject.Erasure;
import org.laurelbridge.bridge.subject.Report;
import org.laurelbridge.webapp.server.Moment;

/** The reports of erasures, the newest first. */
public record ErasuresPage(Frame frame, List<Line> lines) {

    /** How many at a place that Laurel does not reach. */
    public record Elsewhere(String kind, long count) {}

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
                            .map(entry -> new Elsewhere(entry.getKey(), entry.getValue()))
                            .toList());
        }

        /** How it stands, in words. */
        public String state() {
            return erasure.isDone() ? "done" : erasure.percent() + " %";
        }
    }

    static ErasuresPage of(Frame frame, List<Erasure> erasures) {
        return new ErasuresPage(frame, erasures.stream().map(Line::of).toList());
    }
}
