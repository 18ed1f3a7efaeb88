package org.laurelbridge.bridge.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.laurelbridge.bridge.issue.framework.Frameworks.Changes;

/** One transaction: from the edition that holds to the next one. What is gone is carried over as retired. */
final class FrameworkTurn {

    private static final String NOT_IN_NEXT =
            "not exists (select 1 from framework_item n where n.edition = :next and n.code_key = o.code_key)";
    private static final String BOTH = """
            from framework_item n join framework_item o on o.edition = :before and o.code_key = n.code_key
            where n.edition = :next and\s""";

    private final Handle handle;
    private final long before;
    private final long next;
    private final Instant now;

    FrameworkTurn(Handle handle, long before, long next, Instant now) {
        this.handle = handle;
        this.before = before;
        this.next = next;
        this.now = now;
    }

    /** @param items that the next edition has, at the places from 0 on */
    Changes turn(long framework, long items) {
        long added = count("""
                select count(*) from framework_item n where n.edition = :next
                and not exists (select 1 from framework_item o where o.edition = :before and o.code_key = n.code_key)""");
        long changed = count("select count(*) " + BOTH + "n.content <> o.content");
        long returned = countNow("select count(*) " + BOTH + "o.retired_at <= :now and " + stands("n"));
        long ended = countNow("select count(*) " + BOTH + "n.retired_at <= :now and " + stands("o"));
        long gone = countNow("select count(*) from framework_item o where o.edition = :before and " + stands("o")
                + " and " + NOT_IN_NEXT);
        carry(items);
        return new Changes(framework, items, added, changed, ended + gone, returned);
    }

    private void carry(long shift) {
        int carried = handle.createUpdate("""
                        insert into framework_item
                          (edition, place, code_key, code, name, description, url, type, level, broader, retired_at, content)
                        select :next, o.place + :shift, o.code_key, o.code, o.name, o.description, o.url, o.type, o.level,
                          o.broader, case when o.retired_at <= :now then o.retired_at else :now end, o.content
                        from framework_item o where o.edition = :before and\s""" + NOT_IN_NEXT)
                .bind("next", next)
                .bind("before", before)
                .bind("shift", shift)
                .bind("now", now)
                .execute();
        if (carried > 0) {
            handle.createUpdate("""
                            insert into framework_word (edition, word, place, weight)
                            select :next, w.word, w.place + :shift, w.weight from framework_word w
                            where w.edition = :before and exists (select 1 from framework_item c
                              where c.edition = :next and c.place = w.place + :shift)""")
                    .bind("next", next)
                    .bind("before", before)
                    .bind("shift", shift)
                    .execute();
        }
    }

    private static String stands(String alias) {
        return "(" + alias + ".retired_at is null or " + alias + ".retired_at > :now)";
    }

    private long count(String sql) {
        return query(sql).mapTo(long.class).one();
    }

    private long countNow(String sql) {
        return query(sql).bind("now", now).mapTo(long.class).one();
    }

    private Query query(String sql) {
        return handle.createQuery(sql).bind("next", next).bind("before", before);
    }
}
