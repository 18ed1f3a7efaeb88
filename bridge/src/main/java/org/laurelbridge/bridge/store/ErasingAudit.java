package org.laurelbridge.bridge.store;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.subject.Report;
import org.laurelbridge.bridge.subject.Subject;

/** In the log of changes a pseudonym stands for somebody, the same everywhere. Within a transaction. */
final class ErasingAudit {
    private static final List<String> TEXTS = List.of("doer", "subject", "before_value", "after_value");

    private final Handle handle;
    private final Subject subject;
    private final UUID pseudonym;

    /** @param pseudonym stands for the person's id, and in words for whatever they are called */
    ErasingAudit(Handle handle, Subject subject, UUID pseudonym) {
        this.handle = handle;
        this.subject = subject;
        this.pseudonym = pseudonym;
    }

    /** To be done while their accounts are still there. */
    Report erase(Report report) {
        List<UUID> accounts = handle.createQuery("select id from account where learner in (<people>)")
                .bindList("people", subject.people())
                .mapTo(UUID.class)
                .list();
        Set<String> words = new TreeSet<>(subject.texts());
        words.addAll(subject.names());
        List.of(subject.people(), accounts).forEach(ids -> ids.forEach(id -> words.add(id.toString())));
        AuditErasure erasure = new AuditErasure(handle, words, pseudonym.toString());
        AuditStore.open(handle);
        int rewritten = erasure.rewrite(subject.people(), accounts);
        rewritten += new ErasingTexts(handle, subject.traces(), report).eraseIn("audit", TEXTS, subject.texts());
        stand(subject.people(), "person");
        stand(accounts, "doer_account");
        AuditStore.close(handle);
        return report.blanked("rows of the audit log", rewritten);
    }

    private void stand(List<UUID> ids, String column) {
        for (UUID id : ids) {
            handle.execute("update audit set " + column + " = ? where " + column + " = ?", pseudonym, id);
        }
    }
}
