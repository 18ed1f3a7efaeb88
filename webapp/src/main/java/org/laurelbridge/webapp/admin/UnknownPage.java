package org.laurelbridge.webapp.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.record.JoinSheet;
import org.laurelbridge.bridge.record.People.UnknownActor;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.words.Saying;
import org.laurelbridge.xapi.Problem;

/**
 * Actors whom nobody could place, with most statements first.
 *
 * @param report what came of a file; null when none was sent
 */
public record UnknownPage(
        Frame frame,
        List<Line> lines,
        boolean isCut,
        @Nullable Report report) {
    static final int SHOWN = 200;

    /**
     * An actor.
     *
     * @param known what the statements call them by
     * @param label the same for the field beside it
     */
    public record Line(UnknownActor actor, String known, String label, Moment firstSeen) {}

    /**
     * What came of a file.
     *
     * @param problems by line
     */
    public record Report(Saying sentence, List<String> problems) {
        static Report of(JoinSheet.Report report) {
            Saying sentence = Saying.of("admin.unknown.joined", report.joined());
            return new Report(
                    sentence, report.problems().stream().map(Problem::toString).toList());
        }

        public boolean isGood() {
            return problems.isEmpty();
        }
    }

    static UnknownPage of(Frame frame, List<UnknownActor> found, @Nullable Report report) {
        List<Line> lines = found.stream().limit(SHOWN).map(UnknownPage::line).toList();
        return new UnknownPage(frame, lines, found.size() > SHOWN, report);
    }

    private static Line line(UnknownActor actor) {
        String known = Known.as(actor.identifier());
        String name = actor.name();
        return new Line(actor, known, name == null ? known : name, new Moment(actor.firstSeen()));
    }
}
