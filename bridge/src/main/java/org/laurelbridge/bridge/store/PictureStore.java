package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.issue.picture.Pictures;
import org.laurelbridge.bridge.issue.picture.Pictures.Source.Designed;
import org.laurelbridge.bridge.issue.picture.Pictures.Source.Uploaded;
import org.laurelbridge.bridge.issue.picture.PngFile;

/** Pictures in table badge_picture. */
public final class PictureStore implements Pictures {

    private final Database database;
    private final Trail trail;

    public PictureStore(Database database) {
        this(database, Trail.OWN);
    }

    private PictureStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public Pictures by(Doer doer) {
        return new PictureStore(database, Trail.by(doer));
    }

    @Override
    public Optional<Kept> find(String badge) {
        return database.read(handle -> handle.createQuery(
                        "select design, png, fingerprint, changed_at from badge_picture where badge = :badge")
                .bind("badge", badge)
                .map((rows, context) -> kept(rows))
                .findOne());
    }

    @Override
    public List<String> badges() {
        return database.read(handle -> handle.createQuery("select badge from badge_picture order by badge")
                .mapTo(String.class)
                .list());
    }

    @Override
    public Optional<String> fingerprint(String badge) {
        return database.read(handle -> fingerprint(handle, badge));
    }

    private static Optional<String> fingerprint(Handle handle, String badge) {
        return handle.createQuery("select fingerprint from badge_picture where badge = :badge")
                .bind("badge", badge)
                .map((rows, context) -> HexFormat.of().formatHex(rows.getBytes("fingerprint")))
                .findOne();
    }

    @Override
    public Map<String, Mark> marks() {
        return database.read(handle -> handle.createQuery("""
                        select badge, fingerprint, case when design is null then 0 else 1 end as designed
                        from badge_picture""")
                .map((rows, context) -> Map.entry(
                        rows.getString("badge"),
                        new Mark(HexFormat.of().formatHex(rows.getBytes("fingerprint")), rows.getInt("designed") == 1)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void save(String badge, Source source, Instant now) {
        String design = source instanceof Designed designed ? designed.json() : null;
        byte[] png = source instanceof Uploaded uploaded ? uploaded.png().bytes() : null;
        // the moment first: on MySQL it must still see the old fingerprint
        String changes = "changed_at = case when badge_picture.fingerprint = new.fingerprint"
                + " then badge_picture.changed_at else new.changed_at end,"
                + " design = new.design, png = new.png, fingerprint = new.fingerprint";
        database.change(handle -> {
            String before = fingerprint(handle, badge).orElse(null);
            handle.createUpdate("""
                        insert into badge_picture (badge, design, png, fingerprint, changed_at)
                        values (:badge, :design, :png, :fingerprint, :now)""" + database.dialect().orChange("badge", changes))
                    .bind("badge", badge)
                    .bind("design", design)
                    .bind("png", png)
                    .bind("fingerprint", fingerprint(source))
                    .bind("now", now)
                    .execute();
            trail.record(
                    handle,
                    Change.of("badge.picture", "badge", badge)
                            .from("picture", before)
                            .to("picture", fingerprint(handle, badge).orElse(null))
                            .to("by", design == null ? "upload" : "design"));
        });
    }

    @Override
    public boolean remove(String badge) {
        return database.write(handle -> {
            Optional<String> before = fingerprint(handle, badge);
            handle.execute("delete from badge_picture where badge = ?", badge);
            before.ifPresent(picture -> trail.record(
                    handle, Change.of("badge.picture", "badge", badge).from("picture", picture)));
            return before.isPresent();
        });
    }

    private static byte[] fingerprint(Source source) {
        if (source instanceof Designed designed) {
            return Fingerprint.of(designed.json());
        }
        return Fingerprint.of(((Uploaded) source).png().bytes());
    }

    private static Kept kept(ResultSet rows) throws SQLException {
        String design = rows.getString("design");
        Source source = design == null ? new Uploaded(new PngFile(rows.getBytes("png"))) : new Designed(design);
        return new Kept(
                source,
                HexFormat.of().formatHex(rows.getBytes("fingerprint")),
                Columns.instant(rows.getLong("changed_at")));
    }
}
