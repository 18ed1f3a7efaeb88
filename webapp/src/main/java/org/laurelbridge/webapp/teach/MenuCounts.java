package org.laurelbridge.webapp.teach;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.laurelbridge.bridge.lti.Classes.Taught;
import org.laurelbridge.bridge.lti.WaitingWork;
import org.laurelbridge.webapp.session.Area;
import org.laurelbridge.webapp.session.Visitor;
import org.laurelbridge.webapp.session.Waiting;

/** Counts what the inbox, the questions and the review hold. */
public record MenuCounts(ClassDesk desk) implements Waiting {

    @Override
    public Counts of(Visitor visitor, Area area) {
        return switch (area) {
            case LEARNING -> new Counts(0, 0);
            case TEACHING -> taught(visitor);
            case ADMINISTRATION -> new Counts(desk.teaching().waiting().awards(), 0);
        };
    }

    @Override
    public boolean hasBoards() {
        return !desk.teaching().leaderboards().list().isEmpty();
    }

    private Counts taught(Visitor visitor) {
        WaitingWork work = desk.teaching().waiting();
        WaitingWork.Decider by = Approvals.decider(visitor);
        Set<UUID> questions = new HashSet<>();
        int decisions = 0;
        for (Taught taught : desk.taught(visitor)) {
            decisions += work.decisions(taught.course(), desk.teaching().badges(taught), by);
            questions.addAll(work.questions(taught.course(), by));
        }
        return new Counts(decisions, questions.size());
    }
}
