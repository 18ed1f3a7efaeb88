package org.laurelbridge.bridge.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.laurelbridge.bridge.audit.Audit.Entry;

/** Takes a person's names out of the audit log, within a transaction whose door is open. */
final class AuditErasure {

    private final Handle handle;
    private final List<String> words;
    private final String pseudonym;

    AuditErasure(Handle handle, Collection<String> words, String pseudonym) {
        this.handle = handle;
        // a name within a longer one would leave the rest of that
        this.words = words.stream()
                .filter(word -> !word.isBlank())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        this.pseudonym = pseudonym;
    }

    /** Returns how many rows were rewritten. */
    int rewrite(Collection<UUID> people, Collection<UUID> accounts) {
        int rewritten = 0;
        for (UUID account : accounts) {
            rewritten += rewrite(
                    select("where doer_account = :id or subject = 'account/" + account + "'", account), accounts);
        }
        for (UUID person : people) {
            rewritten += rewrite(select("where person = :id or subject = 'person/" + person + "'", person), accounts);
        }
        return rewritten;
    }

    private List<Entry> select(String where, UUID id) {
        Query query = handle.createQuery(AuditStore.SELECT + where).bind("id", id);
        return query.map((rows, context) -> AuditStore.entry(rows)).list();
    }

    private int rewrite(List<Entry> entries, Collection<UUID> accounts) {
        for (Entry entry : entries) {
            boolean isTheirs = entry.doer().account() != null
                    && accounts.contains(entry.doer().account());
            handle.createUpdate("""
                            update audit set doer = :doer, origin = :origin, subject = :subject,
                              before_value = :before, after_value = :after
                            where id = :id""")
                    .bind("doer", isTheirs ? pseudonym : entry.doer().name())
                    .bind("origin", isTheirs ? "" : entry.doer().origin())
                    .bind("subject", without(entry.change().subject()))
                    .bind("before", Trail.written(without(entry.change().before())))
                    .bind("after", Trail.written(without(entry.change().after())))
                    .bind("id", entry.id())
                    .execute();
        }
        return entries.size();
    }

    private Map<String, String> without(Map<String, String> values) {
        Map<String, String> rest = new TreeMap<>();
        values.forEach((name, value) -> rest.put(name, without(value)));
        return rest;
    }

    private String without(String text) {
        String rest = text;
        for (String word : words) {
            rest = rest.replace(word, pseudonym);
        }
        return rest;
    }
}
