package org.laurelbridge.bridge.store;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.deliver.moodle.KeptMoodle;
import org.laurelbridge.bridge.deliver.moodle.KeptMoodles;
import org.laurelbridge.bridge.deliver.moodle.MoodleSettings.Place;
import org.laurelbridge.bridge.secret.SecretBox;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Table kept_moodle. */
public final class KeptMoodleStore implements KeptMoodles {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Database database;
    private final SecretBox box;
    private final Trail trail;

    public KeptMoodleStore(Database database, SecretBox box) {
        this(database, box, Trail.OWN);
    }

    private KeptMoodleStore(Database database, SecretBox box, Trail trail) {
        this.database = database;
        this.box = box;
        this.trail = trail;
    }

    @Override
    public KeptMoodles by(Doer doer) {
        return new KeptMoodleStore(database, box, Trail.by(doer));
    }

    @Override
    public List<KeptMoodle> list() {
        return database.read(handle -> handle.createQuery("select * from kept_moodle order by name")
                .map((rows, context) -> moodle(rows))
                .list());
    }

    @Override
    public boolean add(KeptMoodle moodle, Instant now) {
        try {
            return database.write(handle -> {
                bound(handle.createUpdate("""
                        insert into kept_moodle (id, name, root, token, rosters, places, created)
                        values (:id, :name, :root, :token, :rosters, :places, :now)"""), moodle)
                        .bind("name", moodle.name())
                        .bind("now", now)
                        .execute();
                trail.record(handle, change("moodle.connected", moodle, Map.of(), told(moodle)));
                return true;
            });
        } catch (RuntimeException failure) {
            if (database.isDuplicate(failure)) {
                return false;
            }
            throw failure;
        }
    }

    @Override
    public boolean change(KeptMoodle moodle) {
        return database.write(handle -> {
            Optional<KeptMoodle> before = find(handle, moodle.id());
            before.ifPresent(known -> {
                bound(handle.createUpdate("""
                        update kept_moodle set root = :root, token = :token, rosters = :rosters, places = :places
                        where id = :id"""), moodle).execute();
                Map<String, String> after = told(moodle);
                if (!known.token().equals(moodle.token())) {
                    after.put("token", "another one");
                }
                trail.record(handle, change("moodle.changed", known, told(known), after));
            });
            return before.isPresent();
        });
    }

    @Override
    public boolean remove(UUID id) {
        return database.write(handle -> {
            Optional<KeptMoodle> before = find(handle, id);
            before.ifPresent(known -> {
                handle.execute("delete from kept_moodle where id = ?", id);
                trail.record(handle, change("moodle.removed", known, told(known), Map.of()));
            });
            return before.isPresent();
        });
    }

    private Optional<KeptMoodle> find(Handle handle, UUID id) {
        return handle.createQuery("select * from kept_moodle where id = :id"
                        + database.dialect().lockForUpdate())
                .bind("id", id)
                .map((rows, context) -> moodle(rows))
                .findOne();
    }

    private static Change change(
            String action, KeptMoodle moodle, Map<String, String> before, Map<String, String> after) {
        return new Change(action, "moodle/" + moodle.name(), null, before, after);
    }

    private static Map<String, String> told(KeptMoodle moodle) {
        Map<String, String> told = new TreeMap<>();
        told.put("root", moodle.root().toString());
        told.put("rosters", String.valueOf(moodle.rosters()));
        told.put(
                "places",
                moodle.places().stream()
                        .map(place -> place.badge() + ": " + place.activity())
                        .collect(Collectors.joining(", ")));
        return told;
    }

    private Update bound(Update update, KeptMoodle moodle) {
        ArrayNode places = JSON.createArrayNode();
        moodle.places()
                .forEach(place -> places.addObject()
                        .put("badge", place.badge())
                        .put("course", place.course())
                        .put("activity", place.activity()));
        return update.bind("id", moodle.id())
                .bind("root", moodle.root().toString())
                .bind("token", box.seal(secretName(moodle.id()), moodle.token().getBytes(StandardCharsets.UTF_8)))
                .bind("rosters", moodle.rosters() ? 1 : 0)
                .bind("places", places.toString());
    }

    private KeptMoodle moodle(ResultSet rows) throws SQLException {
        UUID id = Columns.uuid(Objects.requireNonNull(rows.getBytes("id")));
        List<Place> places = new ArrayList<>();
        for (JsonNode place : JSON.readTree(rows.getString("places"))) {
            places.add(new Place(
                    place.path("badge").asString(""),
                    place.path("course").asString(""),
                    place.path("activity").asString("")));
        }
        return new KeptMoodle(
                id,
                rows.getString("name"),
                URI.create(rows.getString("root")),
                new String(box.open(secretName(id), rows.getString("token")), StandardCharsets.UTF_8),
                rows.getInt("rosters") == 1,
                places);
    }

    static String secretName(Object id) {
        return "moodle/" + id;
    }
}
