package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.List;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.Reevaluations;
import org.laurelbridge.bridge.map.RuleDocuments.Anew;

/** Re-evaluations in the database: rows of the queue, told by their marks. */
public final class ReevaluationStore implements Reevaluations {

    private final Database database;
    private final Trail trail;

    public ReevaluationStore(Database database) {
        this(database, Trail.OWN);
    }

    private ReevaluationStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public Reevaluations by(Doer doer) {
        return new ReevaluationStore(database, Trail.by(doer));
    }

    @Override
    public boolean begin(List<Anew> badges, Instant now) {
        return database.lookAndWrite(handle -> {
            new PeopleRows(handle).stopJoining(database.dialect());
            Evaluations evaluations = new Evaluations(handle, database.dialect());
            boolean free = evaluations.countReevaluated() == 0;
            if (free) {
                badges.forEach(one -> evaluations.reevaluate(one, now));
                trail.record(
                        handle,
                        badges.stream()
                                .map(one -> Change.of("badge.reevaluated", "badge", one.badge()))
                                .toList());
            }
            return free;
        });
    }

    @Override
    public long countLeft() {
        return database.read(handle -> new Evaluations(handle, database.dialect()).countReevaluated());
    }
}
