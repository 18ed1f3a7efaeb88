package org.laurelbridge.webapp.teach;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.laurelbridge.bridge.lti.Classes.Taught;
import org.laurelbridge.bridge.lti.WaitingWork.Decider;
import org.laurelbridge.bridge.lti.WaitingWork.Waits;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.session.Visitor;

/** Finds what waits for an instructor's word: of their courses' own badges and people, and never about themselves. */
record Inbox(ClassDesk desk) {
    /** Of a course, of each kind. */
    private static final int MOST = 200;

    /** Something that waits, and where. */
    record Case(Taught of, Waits waits, Badge badge) {

        PersonId person() {
            return waits.learner().person();
        }

        /** The end of time of what nobody noted, which comes last. */
        Instant at() {
            return Objects.requireNonNullElse(waits.since(), Instant.MAX);
        }
    }

    /** @param hasMore whether there is more, which follows when these are decided */
    record Found(List<Case> cases, boolean hasMore) {}

    Found find(Visitor visitor, InboxAddress.Asked asked) {
        List<Case> all = new ArrayList<>();
        boolean hasMore = false;
        for (Taught taught : desk.taught(visitor)) {
            List<Waits> some = find(taught, Approvals.decider(visitor), asked);
            hasMore |= isCut(some);
            some.stream().flatMap(waits -> cases(taught, waits)).forEach(all::add);
        }
        return new Found(all.stream().filter(one -> asked.has(one.badge().id())).toList(), hasMore);
    }

    private List<Waits> find(Taught taught, Decider by, InboxAddress.Asked asked) {
        return desk.teaching()
                .waiting()
                .list(taught.course(), desk.teaching().badges(taught), by, asked.person(), MOST);
    }

    private Stream<Case> cases(Taught taught, Waits waits) {
        return desk.rules().current().find(waits.badge()).map(badge -> new Case(taught, waits, badge)).stream();
    }

    private static boolean isCut(List<Waits> some) {
        long awards = some.stream().filter(one -> one.award() != null).count();
        return awards == MOST || some.size() - awards == MOST;
    }
}
