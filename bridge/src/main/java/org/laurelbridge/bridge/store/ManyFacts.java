package org.laurelbridge.bridge.store;

import java.util.List;
import java.util.UUID;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.FactText;

/** A long history, written plainly into an empty database, and the limit that reading it is held against: one pass over the table. */
public final class ManyFacts {
    private final Database database;

    public ManyFacts(Database database) {
        this.database = database;
    }

    /** A fact and whose it is. */
    public record Owned(UUID person, Fact fact) {}

    /** Adds facts in one commit. */
    public void add(long firstPlace, List<Owned> facts) {
        database.change(handle -> {
            try (var batch = handle.prepareBatch(
                    "insert into fact (seq, activity, person, statement, body) values (?, ?, ?, ?, ?)")) {
                long place = firstPlace;
                for (Owned one : facts) {
                    batch.bind(0, place++)
                            .bind(1, one.fact().activity())
                            .bind(2, one.person())
                            .bind(3, one.fact().statement())
                            .bind(4, FactText.write(one.fact()))
                            .add();
                }
                batch.execute();
            }
        });
    }

    /** Reads every fact's text, one after the other, and answers how many there are. */
    public long scan() {
        return database.read(handle -> {
            long[] facts = {0};
            handle.createQuery("select body from fact").mapTo(String.class).forEach(body -> facts[0]++);
            return facts[0];
        });
    }
}
