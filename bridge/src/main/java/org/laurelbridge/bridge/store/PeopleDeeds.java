package org.laurelbridge.bridge.store;

import java.util.List;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.record.Merge;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

/** What was done about who is who, for the audit log: a row for each of those whom it is about. */
final class PeopleDeeds {
    private PeopleDeeds() {}

    /** By which kind of identifier; the identifier itself stands with the person. */
    static Change joined(String action, PersonId person, Identifier identifier) {
        return Change.of(action, "person", person).about(person.value()).to("by", identifier.kind());
    }

    static List<Change> merged(Merge merge) {
        return both(
                merge,
                Change.of("person.merged", "merge", merge.id())
                        .to("kept", merge.kept())
                        .to("merged", merge.merged())
                        .to("why", merge.why()));
    }

    static List<Change> unmerged(Merge merge) {
        return both(
                merge,
                Change.of("person.unmerged", "merge", merge.id())
                        .from("kept", merge.kept())
                        .from("merged", merge.merged()));
    }

    private static List<Change> both(Merge merge, Change change) {
        return List.of(
                change.about(merge.kept().value()), change.about(merge.merged().value()));
    }
}
