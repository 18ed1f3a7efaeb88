package org.laurelbridge.bridge.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.laurelbridge.bridge.lti.launch.Launch.Message.DeepLinking;
import org.laurelbridge.bridge.lti.place.Choices;

/** Choices under way, in table lti_choice. */
public final class ChoiceStore implements Choices {

    private final Database database;
    private final TakenOnce<Choice> once;

    public ChoiceStore(Database database) {
        this.database = database;
        this.once = new TakenOnce<>(database, "lti_choice", "token", "began >= :time", (rows, context) -> choice(rows));
    }

    @Override
    public void begin(Choice choice, String token, Instant now) {
        DeepLinking asked = choice.asked();
        database.change(handle -> {
            handle.execute("delete from lti_choice where began < ?", now.minus(LONGEST));
            handle.createUpdate("""
                            insert into lti_choice (token, account, platform, deployment, course, back, data,
                              takes_line_item, takes_many, began)
                            values (:token, :account, :platform, :deployment, :course, :back, :data, :lineItem, :many, :now)""")
                    .bind("token", Fingerprint.of(token))
                    .bind("account", choice.account())
                    .bind("platform", choice.platform())
                    .bind("deployment", choice.deployment())
                    .bind("course", choice.course().orElse(null))
                    .bind("back", asked.back().toString())
                    .bind("data", asked.data().orElse(null))
                    .bind("lineItem", asked.takesLineItem() ? 1 : 0)
                    .bind("many", asked.takesMany() ? 1 : 0)
                    .bind("now", now)
                    .execute();
        });
    }

    @Override
    public Optional<Choice> find(String token, Instant now) {
        return once.find(token, now.minus(LONGEST));
    }

    @Override
    public Optional<Choice> take(String token, Instant now) {
        return once.take(token, now.minus(LONGEST));
    }

    private static Choice choice(ResultSet rows) throws SQLException {
        DeepLinking asked = new DeepLinking(
                URI.create(rows.getString("back")),
                Optional.ofNullable(rows.getString("data")),
                rows.getInt("takes_line_item") == 1,
                rows.getInt("takes_many") == 1);
        return new Choice(
                Columns.uuid(rows.getBytes("account")),
                Columns.uuid(rows.getBytes("platform")),
                rows.getString("deployment"),
                Optional.ofNullable(rows.getString("course")),
                asked);
    }
}
