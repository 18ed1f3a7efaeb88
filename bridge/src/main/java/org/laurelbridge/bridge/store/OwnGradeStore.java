package org.laurelbridge.bridge.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.deliver.OwnGrades;
import org.laurelbridge.bridge.record.PersonId;

/** Laurel's own gradebook in table own_grade. */
public final class OwnGradeStore implements OwnGrades {

    private static final String COLUMNS =
            "select o.badge, o.person, o.award, o.grade, o.maximum, o.remark, o.stamp, p.name from own_grade o"
                    + " left join merged_person m on m.merged = o.person"
                    + " left join person p on p.id = coalesce(m.root, o.person)"
                    + " where not exists (select 1 from superseded_award s where s.award = o.award)";

    private final Database database;

    public OwnGradeStore(Database database) {
        this.database = database;
    }

    @Override
    public void save(Grade grade) {
        database.change(handle -> {
            if (!ErasedMarks.isWithdrawn(handle, grade.award().value())) {
                save(handle, grade);
            }
        });
    }

    private void save(Handle handle, Grade grade) {
        handle.createUpdate("""
                        insert into own_grade (badge, person, award, grade, maximum, remark, stamp)
                        values (:badge, coalesce((select person from award where id = :award), :person), :award,
                          :grade, :maximum, :remark, :stamp)"""
                        // the stamp comes last: MySQL assigns from left to right
                        + database.dialect()
                                .orChange(
                                        "badge, person",
                                        newer("award") + ", " + newer("grade") + ", " + newer("maximum") + ", "
                                                + newer("remark") + ", " + newer("stamp")))
                .bind("badge", grade.badge())
                .bind("person", grade.person().value())
                .bind("award", grade.award().value())
                .bind("grade", grade.grade().toPlainString())
                .bind("maximum", grade.maximum().toPlainString())
                .bind("remark", grade.remark())
                .bind("stamp", grade.stamp())
                .execute();
    }

    private static String newer(String column) {
        String stands = "own_grade." + column;
        return column + " = case when new.stamp >= own_grade.stamp then new." + column + " else " + stands + " end";
    }

    @Override
    public Optional<Grade> find(String badge, PersonId person) {
        return database.read(handle -> handle.createQuery(COLUMNS
                        + " and o.badge = :badge and o.person in (<people>) order by o.stamp desc, o.person limit 1")
                .bind("badge", badge)
                .bindList("people", new MergedPeople(handle).group(person.value()))
                .map((rows, context) -> entry(rows).grade())
                .findOne());
    }

    @Override
    public List<Entry> list(@Nullable String badge, @Nullable Grade after, int limit) {
        return database.read(handle -> {
            Query query = handle.createQuery(COLUMNS
                            + (badge == null ? "" : " and o.badge = :badge")
                            + (after == null ? "" : " and (o.badge > :ab or (o.badge = :ab and o.person > :ap))")
                            + " order by o.badge, o.person limit :limit")
                    .bind("limit", limit);
            if (badge != null) {
                query.bind("badge", badge);
            }
            if (after != null) {
                query.bind("ab", after.badge()).bind("ap", after.person().value());
            }
            return query.map((rows, context) -> entry(rows)).list();
        });
    }

    private static Entry entry(ResultSet rows) throws SQLException {
        Grade grade = new Grade(
                rows.getString("badge"),
                new PersonId(Columns.uuid(rows.getBytes("person"))),
                new AwardId(Columns.uuid(rows.getBytes("award"))),
                new BigDecimal(rows.getString("grade")),
                new BigDecimal(rows.getString("maximum")),
                rows.getString("remark"),
                Columns.instant(rows.getLong("stamp")));
        return new Entry(grade, rows.getString("name"));
    }
}
