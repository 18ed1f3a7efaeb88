package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.record.JoinSheet;
import org.laurelbridge.bridge.record.People.UnknownActor;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.xapi.Problem;

/** Actors whom nobody could place become somebody by hand or by a file, and nobody again; badges follow. */
class JoiningTest {
    private static final String TEN = "2026-03-01T10:00:00Z";
    private static final String ELEVEN = "2026-03-01T11:00:00Z";
    private static final Identifier SEVEN = new Identifier("account", "https://other.example", "7");
    private static final Identifier FORMULA = new Identifier("account", "https://other.example", "=cmd");

    private Walk walk;
    private PersonId ada;

    @BeforeEach
    void open(Database database) {
        walk = new Walk(database);
        ada = walk.ada();
        walk.apply(Walk.mapping(1, "park"), Walk.badge("unsupported: revoke", "settle: 2m"));
    }

    private static String by(Identifier account, String statement) {
        return statement.replace(
                "\"mbox\":\"mailto:ada@example.org\"",
                "\"account\":{\"homePage\":\"" + account.scope() + "\",\"name\":\"" + account.value() + "\"}");
    }

    private static String scored(String at) {
        return Walk.scored(UUID.randomUUID(), "0.9", at);
    }

    @OnEveryDatabase
    void joined_itsStatementsCountWithTheirOwnTime() {
        walk.walk(by(SEVEN, scored(TEN)));
        assertThat(walk.people.listUnknown(5))
                .extracting(UnknownActor::identifier)
                .containsExactly(SEVEN);
        assertThat(walk.people.newestWaiting(List.of(SEVEN), 3).get(SEVEN))
                .singleElement()
                .asString()
                .contains(TEN);

        JoinSheet.Report report = read("kind,scope,value,person\naccount,https://other.example,7,ADA@example.org\n");
        assertThat(walk.people.listUnknown(5))
                .as("before its statements are mapped anew")
                .isEmpty();
        walk.settle();

        assertThat(report).isEqualTo(new JoinSheet.Report(1, List.of()));
        assertThat(walk.only().earnedAt()).isEqualTo(Instant.parse(TEN));
        assertThat(walk.people.listUnknown(5)).isEmpty();
    }

    @OnEveryDatabase
    void unjoined_whatTheActorAloneSupportedIsWithdrawnByPolicy_andItWaitsAgain() {
        walk.people.join(SEVEN, ada, walk.clock.instant());
        walk.walk(by(SEVEN, scored(TEN)));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);

        assertThat(walk.people.unjoin(SEVEN, ada)).isTrue();
        walk.settle();
        walk.turn(Duration.ofMinutes(3));

        assertThat(walk.only().status()).isEqualTo(AwardStatus.REVOKED);
        assertThat(walk.people.listUnknown(5))
                .extracting(UnknownActor::statements)
                .containsExactly(1L);
        assertThat(walk.people.unjoin(SEVEN, ada)).isFalse();
    }

    @OnEveryDatabase
    void unjoined_whatOthersSupportStays() {
        walk.people.join(SEVEN, ada, walk.clock.instant());
        walk.walk(by(SEVEN, scored(TEN)), scored(ELEVEN));

        walk.people.unjoin(SEVEN, ada);
        walk.settle();
        walk.turn(Duration.ofMinutes(3));

        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);
        assertThat(walk.only().earnedAt()).isEqualTo(Instant.parse(ELEVEN));
    }

    @OnEveryDatabase
    void unjoined_fromWhoeverTheOwnerWasMergedWith_itIsNobodys() {
        PersonId bob = walk.people.add("Bob", List.of(SEVEN), walk.clock.instant());
        walk.people.merge(ada, bob, "one and the same", walk.clock.instant());
        walk.walk(by(SEVEN, scored(TEN)));

        assertThat(walk.people.unjoin(SEVEN, ada)).isTrue();
        walk.settle();
        walk.turn(Duration.ofMinutes(3));

        assertThat(walk.only().status()).isEqualTo(AwardStatus.REVOKED);
        assertThat(walk.people.find(SEVEN)).isEmpty();
    }

    @OnEveryDatabase
    void unjoin_ofAnothersIdentifier_changesNothing() {
        PersonId bob = walk.people.add("Bob", List.of(SEVEN), walk.clock.instant());

        assertThat(walk.people.unjoin(SEVEN, ada)).isFalse();
        assertThat(walk.people.find(SEVEN)).contains(bob);
    }

    @OnEveryDatabase
    void file_isFilledIn_andReadBack_alsoWhatASpreadsheetWouldRun() {
        walk.walk(by(SEVEN, scored(TEN)), by(FORMULA, scored(ELEVEN)));
        StringBuilder csv = new StringBuilder(JoinSheet.head());
        walk.people.listUnknown(5).forEach(actor -> csv.append(JoinSheet.line(actor)));
        assertThat(csv).contains("account,https://other.example,'=cmd,,1,\r\n");
        assertThat(read(csv.toString())).isEqualTo(new JoinSheet.Report(0, List.of()));

        String filled = csv.toString().replace(",1,\r\n", ",1," + ada + "\r\n");

        assertThat(read(filled)).isEqualTo(new JoinSheet.Report(2, List.of()));
        assertThat(read(filled)).isEqualTo(new JoinSheet.Report(2, List.of()));
        walk.settle();
        assertThat(walk.people.find(FORMULA)).contains(ada);
        assertThat(walk.only().earnedAt()).isEqualTo(Instant.parse(TEN));
    }

    @OnEveryDatabase
    void file_findsPeopleByTheirNamesInTheActorsSystem_andTellsEveryWrongLine() {
        walk.people.add(
                "Bob", List.of(new Identifier("username", "https://other.example", "bob")), walk.clock.instant());
        walk.people.add(
                "Two", List.of(new Identifier("idnumber", "https://other.example", "two")), walk.clock.instant());
        walk.people.add(
                "Too", List.of(new Identifier("username", "https://other.example", "two")), walk.clock.instant());
        walk.people.add("Eve", List.of(FORMULA), walk.clock.instant());

        JoinSheet.Report report = read("""
                kind,scope,value,person
                account,https://other.example,7,bob
                account,https://other.example,8,two
                account,https://other.example,9,nobody@example.org
                phone,,1,ada@example.org
                account,https://other.example,=cmd,bob
                account,https://other.example,10
                """);

        assertThat(report.joined()).isOne();
        assertThat(report.problems())
                .extracting(Problem::place)
                .containsExactly("line 3/person", "line 4/person", "line 5/kind", "line 6", "line 7");
        assertThat(report.problems()).asString().doesNotContain("nobody@example.org");
    }

    /** What counts in the end depends on who is joined in the end, and on nothing that was in between. */
    @OnEveryDatabase
    void anyOrderOfStatementsJoiningAndUnjoining_endsTheSame() {
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            Identifier actor = new Identifier("account", "https://other.example", "any" + seed);
            PersonId person = walk.people.add(
                    "P" + seed,
                    List.of(new Identifier("email", "", "p" + seed + "@example.org")),
                    walk.clock.instant());
            List<Runnable> steps = new ArrayList<>(List.of(
                    () -> walk.hear(by(actor, scored(TEN))),
                    () -> walk.hear(by(actor, scored(ELEVEN))),
                    walk::settle,
                    walk::settle,
                    () -> walk.people.join(actor, person, walk.clock.instant()),
                    () -> walk.people.unjoin(actor, person)));
            Collections.shuffle(steps, random);
            steps.forEach(Runnable::run);
            boolean joined = random.nextBoolean();
            if (joined) {
                walk.people.join(actor, person, walk.clock.instant());
            } else {
                walk.people.unjoin(actor, person);
            }
            walk.settle();
            walk.turn(Duration.ofMinutes(3));

            List<Award> awards = walk.awards.list(null, person, null, 10);
            boolean isHeld = awards.stream().anyMatch(award -> award.status() == AwardStatus.VALID);
            assertThat(isHeld).as("seed " + seed).isEqualTo(joined);
            assertThat(awards)
                    .as("seed " + seed)
                    .allMatch(award -> award.earnedAt().equals(Instant.parse(TEN)) || !joined);
            assertThat(walk.people.listUnknown(50).stream()
                            .anyMatch(one -> one.identifier().equals(actor)))
                    .as("seed " + seed)
                    .isEqualTo(!joined);
        }
    }

    private JoinSheet.Report read(String csv) {
        return new JoinSheet(walk.people, walk.clock).read(new StringReader(csv));
    }
}
