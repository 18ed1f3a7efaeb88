package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.Returns;
import org.laurelbridge.bridge.moving.Uploads;
import org.laurelbridge.bridge.moving.Uploads.Upload;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

/** Small changes that leave a row in the audit log, too. */
class RowsOfDeedsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Doer OPS = Doer.commandLine("ops");

    private static List<String> rows(Database database) {
        return new AuditStore(database, InstantSource.fixed(NOW))
                .list(Audit.Filter.ALL, 0, 100).stream()
                        .filter(row -> row.doer().equals(OPS))
                        .map(row -> row.change().action() + " " + row.change().subject())
                        .toList();
    }

    @OnEveryDatabase
    void aFileThatIsBrought_orDropped(Database database) {
        Uploads uploads = new UploadStore(database).by(OPS);
        UUID one = new UUID(1, 1);
        UUID other = new UUID(1, 2);
        uploads.keep(new Upload(one, "a.yaml", new byte[3]), NOW);
        uploads.keep(new Upload(other, "b.yaml", new byte[3]), NOW);
        assertThat(uploads.drop(one)).isTrue();
        assertThat(uploads.drop(one)).isFalse();
        uploads.done(other);

        assertThat(uploads.find(other)).isEmpty();
        assertThat(rows(database))
                .containsExactly(
                        "setup.dropped setup/" + one, "setup.brought setup/" + other, "setup.brought setup/" + one);
    }

    @OnEveryDatabase
    void workThatIsSentBackNoMore(Database database) {
        PersonId ada = new PeopleStore(database).add("Ada", List.of(new Identifier("email", "", "a@example.org")), NOW);
        Returns returns = new ReturnStore(database).by(OPS);
        returns.send(ada, "quiz", "more", NOW);
        returns.forget(ada, "quiz");
        returns.forget(ada, "quiz");

        assertThat(rows(database)).containsExactly("work.return-ended badge/quiz", "work.returned badge/quiz");
    }
}
