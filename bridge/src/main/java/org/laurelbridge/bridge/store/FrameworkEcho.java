package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.issue.framework.AlignedBadges;

/** What an import means for what was signed: the awards of badges that name an item which is told otherwise now. */
record FrameworkEcho(List<Held> held) {

    private static final int AT_A_TIME = 500;

    /** A version of a badge that somebody has, and the codes that it names. */
    private record Held(String badge, int version, List<String> codes) {}

    private record Version(String badge, int number) {}

    /** Asked before the import holds, outside of its transaction. */
    static FrameworkEcho of(Database database, AlignedBadges badges, String framework) {
        List<Version> versions =
                database.read(handle -> handle.createQuery("select distinct badge, badge_version from award")
                        .map((rows, context) -> new Version(rows.getString("badge"), rows.getInt("badge_version")))
                        .list());
        return new FrameworkEcho(versions.stream()
                .map(one -> new Held(one.badge(), one.number(), badges.codes(one.badge(), one.number(), framework)))
                .filter(one -> !one.codes().isEmpty())
                .toList());
    }

    /**
     * Has them signed anew. What is retired is told as before, and what was superseded stays as it was issued.
     *
     * @param before the edition that held
     * @param next the one that holds from now on
     */
    void signAnew(Handle handle, long before, long next, Instant now) {
        List<String> codes =
                held.stream().flatMap(one -> one.codes().stream()).distinct().toList();
        for (int from = 0; from < codes.size(); from += AT_A_TIME) {
            List<String> some = codes.subList(from, Math.min(codes.size(), from + AT_A_TIME));
            Set<String> other = Set.copyOf(other(handle, some, before, next, now));
            held.stream()
                    .filter(one -> one.codes().stream().anyMatch(other::contains))
                    .forEach(one -> signAnew(handle, one));
        }
    }

    private static List<String> other(Handle handle, List<String> codes, long before, long next, Instant now) {
        return handle.createQuery("""
                        select n.code from framework_item n join framework_edition m on m.id = n.edition
                        where n.edition = :next and n.code_key in (<keys>)
                          and (n.retired_at is null or n.retired_at > :now)
                          and not exists (select 1 from framework_item o join framework_edition e on e.id = o.edition
                            where o.edition = :before and o.code_key = n.code_key and o.content = n.content
                              and e.name = m.name)""")
                .bind("next", next)
                .bind("before", before)
                .bind("now", now)
                .bindList("keys", codes.stream().map(Fingerprint::of).toList())
                .mapTo(String.class)
                .list();
    }

    private static void signAnew(Handle handle, Held one) {
        handle.createUpdate("""
                        update credential set wanted = 1, mark = mark + 1 where award in (
                          select id from award where badge = :badge and badge_version = :version
                            and status <> 'superseded')""")
                .bind("badge", one.badge())
                .bind("version", one.version())
                .execute();
    }
}
