package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.Optional;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.backpack.ToldProfiles;
import org.laurelbridge.bridge.record.PersonId;

/** Profiles in table told_profile: of people who were merged, the one that was told last. */
public final class ToldProfileStore implements ToldProfiles {

    private final Database database;
    private final Trail trail;

    public ToldProfileStore(Database database) {
        this(database, Trail.OWN);
    }

    private ToldProfileStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public ToldProfiles by(Doer doer) {
        return new ToldProfileStore(database, Trail.by(doer));
    }

    @Override
    public Optional<String> find(PersonId person) {
        return database.read(handle -> handle.createQuery(
                        "select document from told_profile where person in (<people>) order by changed desc, person")
                .bindList("people", new MergedPeople(handle).group(person.value()))
                .mapTo(String.class)
                .findFirst());
    }

    @Override
    public void put(PersonId person, String document, Instant now) {
        database.change(handle -> {
            handle.createUpdate("insert into told_profile (person, document, changed) values (:person, :document, :now)"
                            + database.dialect().orChange("person", "document = new.document, changed = new.changed"))
                    .bind("person", person.value())
                    .bind("document", document)
                    .bind("now", now)
                    .execute();
            trail.record(handle, Change.of("profile.told", "person", person).about(person.value()));
        });
    }
}
