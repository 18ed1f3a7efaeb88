package org.laurelbridge.webapp.admin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.record.JoinSheet;
import org.laurelbridge.bridge.record.People.UnknownActor;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.mapping.Mapping;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.words.Saying;
import org.laurelbridge.webapp.words.Words;
import org.laurelbridge.xapi.Problem;

/**
 * Actors whom nobody could place, with most statements first.
 *
 * @param report what came of a file; null when none was sent
 * @param joined to whom one was joined just now; null for nobody
 * @param choice who may be meant by what was typed; null when nobody has to choose
 */
public record UnknownPage(
        Frame frame,
        List<Line> lines,
        boolean isCut,
        @Nullable Report report,
        PeoplePage.@Nullable Line joined,
        @Nullable Choice choice) {
    static final int SHOWN = 200;
    /** Statements of one actor. */
    static final int DEEDS = 3;

    /**
     * An actor.
     *
     * @param known what the statements call them by
     * @param label the same for the field beside it
     * @param deeds what they did last, the newest first
     */
    public record Line(UnknownActor actor, String known, String label, Moment firstSeen, List<Deed> deeds) {}

    /** Whom an actor can be joined to: people of whom {@code typed} is a part. */
    public record Choice(Identifier actor, Saying known, String typed, List<PeoplePage.Line> people) {}

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

    static UnknownPage of(
            Frame frame, List<UnknownActor> found, Map<Identifier, List<String>> did, Mapping mapping, Words words) {
        List<Line> lines = found.stream()
                .limit(SHOWN)
                .map(actor -> line(actor, did.getOrDefault(actor.identifier(), List.of()), mapping, words))
                .toList();
        return new UnknownPage(frame, lines, found.size() > SHOWN, null, null, null);
    }

    UnknownPage with(@Nullable Report came, PeoplePage.@Nullable Line person, @Nullable Choice asked) {
        return new UnknownPage(frame, lines, isCut, came, person, asked);
    }

    private static Line line(UnknownActor actor, List<String> did, Mapping mapping, Words words) {
        String known = words.say(Known.as(actor.identifier()));
        String name = actor.name();
        List<Deed> deeds = did.stream().map(raw -> Deed.of(raw, mapping, words)).toList();
        return new Line(actor, known, name == null ? known : name, new Moment(actor.firstSeen()), deeds);
    }
}
