package org.laurelbridge.bridge.store;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.lti.PlatformFigures;

/** Counts who came in from where. */
public final class PlatformFiguresStore implements PlatformFigures {
    private final Database database;

    public PlatformFiguresStore(Database database) {
        this.database = database;
    }

    private record Row(UUID platform, Figures figures) {}

    @Override
    public Map<UUID, Figures> read() {
        return database.read(handle -> handle
                .createQuery("""
                        select p.id, p.created, count(distinct r.course) as courses,
                          count(distinct r.account) as people, max(r.seen) as seen
                        from lti_platform p left join lti_course_role r on r.platform = p.id
                        group by p.id, p.created""")
                .map((rows, context) -> new Row(
                        Columns.uuid(rows.getBytes("id")),
                        new Figures(
                                Columns.instant(rows.getLong("created")),
                                rows.getLong("courses"),
                                rows.getLong("people"),
                                Columns.instantOrNull(rows, "seen"))))
                .stream()
                .collect(Collectors.toMap(Row::platform, Row::figures)));
    }
}
