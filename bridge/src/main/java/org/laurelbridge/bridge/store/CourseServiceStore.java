package org.laurelbridge.bridge.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.laurelbridge.bridge.lti.CourseServices;

/** What platforms told of their courses, in table lti_course. */
public final class CourseServiceStore implements CourseServices {
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_SCOPES = 2_000;
    private static final String SELECT = "select * from lti_course ";

    private final Database database;

    public CourseServiceStore(Database database) {
        this.database = database;
    }

    @Override
    public void see(CourseService told) {
        if (told.course().length() > LONGEST_ID) {
            return;
        }
        boolean isNew = told.lineItems().isPresent()
                && find(told.platform(), told.course())
                        .flatMap(CourseService::lineItems)
                        .isEmpty();
        database.change(handle -> {
            put(handle, told);
            if (isNew) {
                sendAgain(handle, told);
            }
        });
    }

    /** Grades that were stuck because nobody knew where the gradebook is. */
    private static void sendAgain(Handle handle, CourseService told) {
        handle.createUpdate("""
                        update delivery set state = 'unknown', attempts = 1, next_at = :seen
                        where lane = 0 and state = 'stuck' and course = :course
                          and target = (select name from lti_platform where id = :platform)""")
                .bind("seen", told.seen())
                .bind("course", told.course())
                .bind("platform", told.platform())
                .execute();
    }

    private void put(Handle handle, CourseService told) {
        String scopes = told.scopes().stream().sorted().collect(Collectors.joining(" "));
        handle.createUpdate("""
                        insert into lti_course (platform, course, deployment, title, line_items, memberships, scopes, seen)
                        values (:platform, :course, :deployment, :title, :lineItems, :memberships, :scopes, :seen)"""
                        + database.dialect()
                                .orChange(
                                        "platform, course",
                                        "deployment = new.deployment, title = coalesce(new.title, lti_course.title),"
                                                + " scopes = case when new.line_items is null then lti_course.scopes"
                                                + " else new.scopes end,"
                                                + " line_items = coalesce(new.line_items, lti_course.line_items),"
                                                + " memberships = coalesce(new.memberships, lti_course.memberships),"
                                                + " seen = new.seen"))
                .bind("platform", told.platform())
                .bind("course", told.course())
                .bind("deployment", told.deployment())
                .bind("title", told.title().orElse(null))
                .bind("lineItems", told.lineItems().map(URI::toString).orElse(null))
                .bind("memberships", told.memberships().map(URI::toString).orElse(null))
                .bind("scopes", scopes.length() > LONGEST_SCOPES ? "" : scopes)
                .bind("seen", told.seen())
                .execute();
    }

    @Override
    public Optional<CourseService> find(UUID platform, String course) {
        return database.read(
                handle -> list(handle.createQuery(SELECT + "where platform = :platform and course = :course")
                                .bind("platform", platform)
                                .bind("course", course))
                        .stream()
                        .findFirst());
    }

    @Override
    public List<CourseService> list(UUID platform) {
        return database.read(handle -> list(handle.createQuery(SELECT + "where platform = :platform order by course")
                .bind("platform", platform)));
    }

    @Override
    public List<CourseService> listWithMembers() {
        return database.read(handle ->
                list(handle.createQuery(SELECT + "where memberships is not null order by seen, platform, course")));
    }

    private static List<CourseService> list(Query query) {
        return query.map((rows, context) -> course(rows)).list();
    }

    private static CourseService course(ResultSet rows) throws SQLException {
        return new CourseService(
                Columns.uuid(rows.getBytes("platform")),
                rows.getString("course"),
                rows.getString("deployment"),
                Optional.ofNullable(rows.getString("title")),
                Optional.ofNullable(rows.getString("line_items")).map(URI::create),
                Optional.ofNullable(rows.getString("memberships")).map(URI::create),
                Arrays.stream(rows.getString("scopes").split(" ", -1))
                        .filter(scope -> !scope.isEmpty())
                        .collect(Collectors.toSet()),
                Columns.instant(rows.getLong("seen")));
    }
}
