package org.laurelbridge.bridge.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.subject.Report;
import org.laurelbridge.bridge.subject.Subject;
import org.laurelbridge.mapping.Identifier;

/** Rows that are found by what somebody is known by: actors who waited, and logins that came to nothing. Within a transaction. */
final class ErasingTraces {
    private static final int AT_ONCE = 500;

    private final Handle handle;
    private final Subject subject;
    private Report report;

    ErasingTraces(Handle handle, Subject subject, Report report) {
        this.handle = handle;
        this.subject = subject;
        this.report = report;
    }

    Report report() {
        return report;
    }

    void erase() {
        Set<Identifier> all = new LinkedHashSet<>(subject.identifiers());
        all.addAll(subject.forms());
        List<byte[]> actors = Identities.withDerived(all).stream()
                .map(Identities::fingerprint)
                .toList();
        remove("parked", "actor", actors);
        remove("unknown_actor", "fingerprint", actors);
        remove("unknown_actor_candidate", "actor", actors);
        remove("unknown_actor_candidate", "candidate", actors);
        List<byte[]> typed = new ArrayList<>();
        subject.logins().forEach(login -> typed.add(Fingerprint.of(login)));
        remove("sign_in_try", "who", typed);
        remove("lti_login", "login_hint", subject.logins());
    }

    private <T> void remove(String table, String column, List<T> values) {
        for (int from = 0; from < values.size(); from += AT_ONCE) {
            int removed = handle.createUpdate("delete from " + table + " where " + column + " in (<values>)")
                    .bindList("values", values.subList(from, Math.min(values.size(), from + AT_ONCE)))
                    .execute();
            report = report.erased(PersonalTable.words(table), removed);
        }
    }
}
