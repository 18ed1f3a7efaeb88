package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.award.Walk.badge;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.listen.Candidate;
import org.laurelbridge.bridge.listen.Receipt;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.bridge.listen.Unreadable;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.secret.SecretBox;
import org.laurelbridge.bridge.store.AuditStore;
import org.laurelbridge.bridge.store.ErasureStore;
import org.laurelbridge.bridge.store.FiguresStore;
import org.laurelbridge.bridge.store.Needles;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.StatementStore;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.bridge.store.WithdrawnStore;
import org.laurelbridge.bridge.subject.Erasing;
import org.laurelbridge.bridge.subject.Erasure;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.mapping.VoidReach;
import org.laurelbridge.xapi.Problem;

/** Somebody is erased while others stay, on the whole way of a statement. */
class ErasingTest extends WithIssuer {
    private static final byte[] KEY = "a secret of this installation...".getBytes(StandardCharsets.UTF_8);
    private static final String NAME = "Grace Åström Ödberg";
    private static final String MAIL = "Grace.Hopper@navy.example";
    private static final String ACCOUNT = "amazing-grace";
    private static final String MARCH = "2026-03-01T10:00:00Z";
    private static final String GRACE = "{\"name\":\"" + NAME + "\",\"mbox\":\"mailto:" + MAIL + "\"}";
    private static final String GRACE_BY_ACCOUNT =
            "{\"account\":{\"homePage\":\"https:\\/\\/lms.example\",\"name\":\"" + ACCOUNT + "\"}}";
    private static final String ADA = "{\"mbox\":\"mailto:ada@example.org\"}";

    private TestDatabase test;
    private StatementStore gated;
    private Erasing erasing;
    private PersonId grace;

    @BeforeEach
    void open(TestDatabase opened) {
        test = opened;
        gated = new StatementStore(test.database(), KEY);
        erasing = erasing();
        List<RuleText> rules = new ArrayList<>(List.of(
                new RuleText("campus.yaml", Walk.MAPPING.formatted(1, "park") + "groups: members\n"),
                badge("deliver: [{to: own, of: 100, grade: 100}]")));
        for (int i = 0; i < 49; i++) {
            rules.add(badge("lab-" + i, 1, "when: {completed: lab}"));
        }
        assertThat(walk.apply(rules.toArray(new RuleText[0])).toString()).startsWith("Changed");
        grace = walk.people.add(
                NAME,
                List.of(
                        new Identifier("email", "", MAIL.toLowerCase(Locale.ROOT)),
                        new Identifier("username", "https://lms.example", ACCOUNT)),
                walk.clock.instant());
    }

    private Erasing erasing() {
        return new Erasing(
                new ErasureStore(test.database(), new SecretBox(new byte[32]), KEY),
                kind -> walk.rules.current().mapping().homePages(kind),
                walk.clock);
    }

    private static String did(String actor, String activity, String... more) {
        return """
                {"id":"%s","actor":%s,"verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},\
                "object":{"id":"https://lms.example/%s"},"result":{"completion":true,"score":{"scaled":0.9}},\
                "timestamp":"%s"%s}""".formatted(UUID.randomUUID(), actor, activity, MARCH, String.join("", more));
    }

    private Receipt hear(Stream<String> raw) {
        List<Candidate> candidates = raw.map(Walk::candidate).toList();
        Submission submission = new Submission(
                "lms",
                Submission.Manner.TAKEN,
                candidates,
                List.of(new Unreadable(
                        null,
                        "{\"actor\":" + GRACE + ",\"verb\":1}",
                        List.of(new Problem("/verb", "1", "a verb", "")))));
        return gated.append(List.of(submission), (source, authority) -> VoidReach.ANYTHING, walk.clock.instant())
                .get(0);
    }

    private void settle() {
        walk.settle();
        while (issuer.issueDue() > 0) {
            // until all is signed
        }
    }

    private Needles needles() {
        List<String> salts = walk.awards.list(null, grace, null, 100).stream()
                .map(award -> new org.laurelbridge.bridge.issue.Salts(new byte[32]).of(award.id()))
                .toList();
        return new Needles().texts(List.of(NAME, MAIL, ACCOUNT), salts).ids(List.of(grace.value()));
    }

    private Path folder() {
        return Path.of(test.url().replace("jdbc:sqlite:", "")).getParent();
    }

    private List<String> found(Needles needles) {
        List<String> found = new ArrayList<>(needles.inTables(test.database(), test.isSqlite()));
        if (test.isSqlite()) {
            found.addAll(needles.inFiles(folder()));
        }
        return found;
    }

    private Erasure erase() {
        Erasure done = erasing.goOn(erasing.begin(grace).orElseThrow(), step -> {});
        assertThat(done.isDone()).isTrue();
        return done;
    }

    @OnEveryDatabase
    void tenThousandStatements_andFiftyAwards_leaveNothing() {
        for (int from = 0; from < 10_000; from += 1_000) {
            hear(IntStream.range(from, from + 1_000)
                    .mapToObj(i -> did(i % 3 == 0 ? GRACE_BY_ACCOUNT : GRACE, i % 2 == 0 ? "quiz" : "lab")));
        }
        hear(IntStream.range(0, 1_000).mapToObj(i -> did(ADA, "lab")));
        settle();
        Needles needles = needles();
        assertThat(walk.awards.list(null, grace, null, 100)).hasSize(50);
        assertThat(needles.inTables(test.database(), test.isSqlite())).isNotEmpty();
        List<?> counted = new FiguresStore(test.database(), walk.clock).read().awards();

        long start = System.nanoTime();
        Erasure done = erase();
        System.out.printf(
                "erased 10,000 statements and 50 awards in %.2f s on %s: %s%n",
                (System.nanoTime() - start) / 1e9, test.isSqlite() ? "SQLite" : "MariaDB", done.report());

        assertThat(done.report().erased()).containsEntry("statements", 10_000L).containsEntry("awards", 50L);
        assertThat(found(needles)).isEmpty();
        assertThat(new FiguresStore(test.database(), walk.clock).read().awards())
                .isEqualTo(counted);
        assertThat(walk.count("statement")).isEqualTo(1_000);
    }

    private static final String BOB = "{\"mbox\":\"mailto:bob@example.org\"}";
    private static final String BOTH = "{\"objectType\":\"Group\",\"member\":[" + GRACE_BY_ACCOUNT + "," + BOB + "]}";

    private PersonId bob() {
        return walk.people.add("Bob", List.of(new Identifier("email", "", "bob@example.org")), walk.clock.instant());
    }

    @OnEveryDatabase
    void whatOthersDid_staysTheirs_andNamesThemNoMore() {
        PersonId bob = bob();
        hear(Stream.of(
                did(BOTH, "quiz"),
                did(BOB, "lab", ",\"context\":{\"instructor\":" + GRACE + "}"),
                did(BOB, "lab", ",\"authority\":" + GRACE_BY_ACCOUNT),
                did(BOB, "quiz").replace("\"completion\":true", "\"response\":\"asked " + MAIL + " (" + NAME + ")\"")));
        settle();
        walk.say(bob, "profile", "mentor", "yes", NAME);
        List<?> bobs =
                walk.awards.list(null, bob, null, 100).stream().map(Award::id).toList();
        assertThat(bobs).hasSize(50);
        Needles needles = needles();

        Erasure done = erase();

        assertThat(done.report().blanked()).containsEntry("statements of others", 4L);
        assertThat(found(needles)).isEmpty();
        assertThat(walk.count("statement")).isEqualTo(4);
        walk.apply(new RuleText("campus.yaml", Walk.MAPPING.formatted(2, "create") + "groups: members\n"));
        settle();
        assertThat(walk.awards.list(null, bob, null, 100).stream()
                        .map(Award::id)
                        .toList())
                .isEqualTo(bobs);
        assertThat(walk.all()).hasSize(50);
        // ada and bob: nobody stands in the place of who is gone
        assertThat(walk.count("person")).isEqualTo(2);
        assertThat(walk.count("unknown_actor")).isZero();
    }

    @OnEveryDatabase
    void whatComesAgain_isNotKept_untilThePersonIsAddedAnew() {
        List<String> told = List.of(did(GRACE, "quiz"), did(BOTH, "quiz"), did(ADA, "lab"));
        hear(told.stream());
        settle();
        Needles needles = needles();
        erase();

        Receipt again = hear(told.stream());
        Receipt more = hear(Stream.of(did(GRACE_BY_ACCOUNT, "lab"), did(BOTH, "lab"), did(ADA, "quiz")));
        settle();

        assertThat(again).isEqualTo(new Receipt.Kept(((Receipt.Kept) again).ids(), 0, 3, 0));
        assertThat(((Receipt.Kept) again).ids()).hasSize(3);
        assertThat(more).isEqualTo(new Receipt.Kept(((Receipt.Kept) more).ids(), 2, 1, 0));
        assertThat(found(needles)).isEmpty();

        PersonId anew = walk.people.add(
                NAME, List.of(new Identifier("email", "", MAIL.toLowerCase(Locale.ROOT))), walk.clock.instant());
        hear(told.stream());
        settle();
        assertThat(walk.awards.list("quiz", anew, null, 10)).hasSize(1);
        assertThat(hear(Stream.of(did(GRACE_BY_ACCOUNT, "quiz")))).isInstanceOf(Receipt.Kept.class);
    }

    @OnEveryDatabase
    void badges_areWithdrawn_forEver() {
        hear(Stream.of(did(GRACE, "quiz"), did(ADA, "quiz")));
        settle();
        Award award = walk.awards.list("quiz", grace, null, 1).get(0);
        var credential = issued(award.credential());
        UUID list = UUID.fromString(credential
                .path("credentialStatus")
                .path("statusListCredential")
                .asString()
                .replaceFirst(".*/", ""));
        int place = Integer.parseInt(
                credential.path("credentialStatus").path("statusListIndex").asString());
        assertThat(places.find(list).orElseThrow().set()).isEmpty();

        erase();

        assertThat(places.find(list).orElseThrow().set()).containsExactly(place);
        assertThat(credentials.listRevoked()).containsExactly(award.credential());
        assertThat(new WithdrawnStore(test.database()).isOne(award.credential().value()))
                .isTrue();
        assertThat(walk.awards.find(award.id().value())).isEmpty();
    }

    /** Names that JSON writes otherwise than people do. */
    @OnEveryDatabase
    void nameWithQuotationMarks_isTakenOutOfJson_whichStaysJson() {
        String name = "Grace \"Amazing\" Hop\\per";
        PersonId other = walk.people.add(
                name, List.of(new Identifier("email", "", "\"amazing\"@navy.example")), walk.clock.instant());
        AuditStore log = new AuditStore(test.database(), walk.clock);
        log.append(Doer.LAUREL, Change.of("rules.applied", "rules", "1").from("by", name));
        log.append(Doer.LAUREL, Change.of("rules.applied", "rules", "2").to("by", "\"amazing\"@navy.example"));
        Needles needles = new Needles().texts(List.of(name, "Amazing\\\"", "amazing\\\"@navy"), List.of());

        erasing.goOn(erasing.begin(other).orElseThrow(), step -> {});

        assertThat(log.list(Audit.Filter.ALL, 0, 100))
                .extracting(Audit.Entry::change)
                .anyMatch(change -> change.before().equals(Map.of("by", "erased")))
                .anyMatch(change -> change.after().equals(Map.of("by", "erased")));
        assertThat(needles.inTables(test.database(), test.isSqlite())).isEmpty();
    }

    /** Each step is one transaction: killed in it, it was not done; killed behind it, it was. */
    @OnEveryDatabase
    void brokenOffAnywhere_itGoesOn_byAnyNode() {
        hear(IntStream.range(0, 5_000).mapToObj(i -> did(GRACE, i % 2 == 0 ? "quiz" : "lab")));
        settle();
        Needles needles = needles();
        UUID id = erasing.begin(grace).orElseThrow().id();
        assertThat(erasing.begin(grace).orElseThrow().id()).isEqualTo(id);
        int steps = 0;
        while (!erasing().find(id).orElseThrow().isDone()) {
            assertThat(erasing().goOnWithAll()).isLessThanOrEqualTo(1);
            assertThat(steps++).isLessThan(200);
        }
        assertThat(steps).isGreaterThan(20);
        assertThat(found(needles)).isEmpty();
        assertThat(erasing().find(id).orElseThrow().report().erased()).containsEntry("statements", 5_000L);

        walk.clock.turn(Duration.ofMinutes(11));
        erasing().goOnWithAll();
        assertThat(erasing().find(id).orElseThrow().next()).isEqualTo(Erasure.Step.DONE);
        assertThat(walk.database.<List<String>>read(
                        handle -> handle.createQuery("select subject from erasure where subject is not null")
                                .mapTo(String.class)
                                .list()))
                .isEmpty();
    }
}
