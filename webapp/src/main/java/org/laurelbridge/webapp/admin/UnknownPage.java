package org.laurelbridge.webapp.admin;

import java.util.List;
import org.laurelbridge.bridge.record.People.UnknownActor;
import org.laurelbridge.webapp.server.Moment;

/** Actors whom nobody could place, with most statements first. */
public record UnknownPage(Frame frame, List<Line> lines, boolean isCut) {
    static final int SHOWN = 200;

    /**
     * An actor.
     *
     * @param known what the statements call them by
     * @param label the same for the field beside it
     */
    public record Line(UnknownActor actor, String known, String label, Moment firstSeen) {}

    static UnknownPage of(Frame frame, List<UnknownActor> found) {
        return new UnknownPage(
                frame, found.stream().limit(SHOWN).map(UnknownPage::line).toList(), found.size() > SHOWN);
    }

    private static Line line(UnknownActor actor) {
        String known = Known.as(actor.identifier());
        String name = actor.name();
        return new Line(actor, known, name == null ? known : name, new Moment(actor.firstSeen()));
    }
}
