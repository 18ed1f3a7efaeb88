package org.laurelbridge.bridge.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.deliver.LineItems;
import org.laurelbridge.bridge.lti.place.Placement;
import org.laurelbridge.bridge.lti.place.Placement.Column;
import org.laurelbridge.bridge.lti.place.Placements;

/** Which badges stand in which courses, in table lti_placement, with the columns that belong to them. */
public final class PlacementStore implements Placements {
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_BADGE = 100;

    private final Database database;

    public PlacementStore(Database database) {
        this.database = database;
    }

    @Override
    public void see(Placement placement, Instant now) {
        boolean fits = placement.course().length() <= LONGEST_ID
                && placement.link().length() <= LONGEST_ID
                && placement.badge().length() <= LONGEST_BADGE;
        if (fits && !isKnown(placement)) {
            database.change(handle -> keep(handle, placement, now));
        }
    }

    /** Most launches tell nothing new. */
    private boolean isKnown(Placement told) {
        return database.read(handle -> find(handle, told, ""))
                .filter(known -> isSame(known, told))
                .filter(known ->
                        told.column() instanceof Column.Untold || told.column().equals(known.column()))
                .isPresent();
    }

    private static boolean isSame(Placement one, Placement other) {
        return isOfOne(one, other) && one.points() == other.points();
    }

    private static boolean isOfOne(Placement one, Placement other) {
        return one.course().equals(other.course()) && one.badge().equals(other.badge());
    }

    private void keep(Handle handle, Placement told, Instant now) {
        // alone: who enters the course in the same moment either sees the placement, or is seen
        new PeopleRows(handle).stopParking();
        Optional<Placement> before = find(handle, told, database.dialect().lockForUpdate());
        @Nullable String had = before.map(PlacementStore::address).orElse(null);
        @Nullable String has = told.column() instanceof Column.Untold ? had : address(told);
        put(handle, told, has, now);
        String target = handle.createQuery("select name from lti_platform where id = :id")
                .bind("id", told.platform())
                .mapTo(String.class)
                .findOne()
                .orElse("");
        LineItems.Key key = new LineItems.Key(target, told.course(), told.badge());
        if (had != null && before.filter(known -> isOfOne(known, told)).isEmpty()) {
            // the link was made another badge's: its column is no longer that of the one before
            Placement known = before.get();
            new ColumnRows(handle, database.dialect())
                    .leave(new LineItems.Key(target, known.course(), known.badge()), had);
        } else if (has == null && had != null) {
            new ColumnRows(handle, database.dialect()).forget(key, had);
        }
        if (has != null) {
            new ColumnRows(handle, database.dialect()).prefer(key, has);
        }
        if (before.filter(known -> isSame(known, told)).isEmpty()) {
            Evaluations evaluations = new Evaluations(handle, database.dialect());
            evaluations.learners(new LearnerCourses.Course(told.platform(), told.course()), told.badge(), now);
            evaluations.graded(key, now);
        }
    }

    private static @Nullable String address(Placement placement) {
        return placement.column() instanceof Column.At at ? at.address().toString() : null;
    }

    private void put(Handle handle, Placement placement, @Nullable String column, Instant now) {
        handle.createUpdate("""
                        insert into lti_placement (platform, deployment, link, course, badge, points, line_item, seen)
                        values (:platform, :deployment, :link, :course, :badge, :points, :lineItem, :now)"""
                        + database.dialect()
                                .orChange(
                                        "platform, deployment, link",
                                        "course = new.course, badge = new.badge, points = new.points,"
                                                + " line_item = new.line_item, seen = new.seen"))
                .bind("platform", placement.platform())
                .bind("deployment", placement.deployment())
                .bind("link", placement.link())
                .bind("course", placement.course())
                .bind("badge", placement.badge())
                .bind("points", placement.points())
                .bind("lineItem", column)
                .bind("now", now)
                .execute();
    }

    private static Optional<Placement> find(Handle handle, Placement of, String lock) {
        return handle.createQuery("select * from lti_placement where platform = :platform"
                        + " and deployment = :deployment and link = :link" + lock)
                .bind("platform", of.platform())
                .bind("deployment", of.deployment())
                .bind("link", of.link())
                .map((rows, context) -> placement(rows))
                .findOne();
    }

    @Override
    public List<Placement> list(UUID platform, String course) {
        return database.read(handle -> handle.createQuery("select * from lti_placement where platform = :platform"
                        + " and course = :course order by badge, deployment, link")
                .bind("platform", platform)
                .bind("course", course)
                .map((rows, context) -> placement(rows))
                .list());
    }

    private static Placement placement(ResultSet rows) throws SQLException {
        String lineItem = rows.getString("line_item");
        return new Placement(
                Columns.uuid(Objects.requireNonNull(rows.getBytes("platform"))),
                rows.getString("deployment"),
                rows.getString("link"),
                rows.getString("course"),
                rows.getString("badge"),
                rows.getInt("points"),
                lineItem == null ? new Column.Gone() : new Column.At(URI.create(lineItem)));
    }
}
