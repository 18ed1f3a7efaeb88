package org.laurelbridge.bridge.store;

import java.util.List;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.record.Merge;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

/** What was done about who is who, for the audit log: a row for each of those whom it is about. */
final class PeopleDeeds {
    private PeopleDeeds() {}

    static List<Change> merged(Merge merge) {
        return both(merge, Change.of("person.merged", "merge", merge.id())
                .to("kept", merge.kept())
                .to("merged", merge.merged())
                .to("why", merge.why()));
    }

    static List<Change> unmerged(Merge merge) {
        return both(merge, Change.of("person.unmerged", "merge", merge.id())
                .from("kept", merge.kept())
                .from("merged", merge.merged()));
    }

    /** What the actor is called is personal: its kind and its system are enough to know it by. */
    static Change joined(PersonId person, Identifier identifier) {
        return Change.of("person.joined", "person", person)
                .about(person.value())
                .to("kind", identifier.kind())
                .to("scope", identifier.scope());
    }

    static Change unjoined(PersonId person, Identifier identifier) {
        return Change.of("person.unjoined", "person", person)
                .about(person.value())
                .from("kind", identifier.kind())
                .from("scope", identifier.scope());
    }

    private static List<Change> both(Merge merge, Change change) {
        return List.of(
                change.about(merge.kept().value()), change.about(merge.merged().value()));
    }
}
