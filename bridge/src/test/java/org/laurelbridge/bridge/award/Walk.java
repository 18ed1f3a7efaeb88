package org.laurelbridge.bridge.award;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.laurelbridge.bridge.fake.TurnedClock;
import org.laurelbridge.bridge.listen.Candidate;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.bridge.map.Mapper;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.AttestationStore;
import org.laurelbridge.bridge.store.AwardStore;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.FactStore;
import org.laurelbridge.bridge.store.PeopleStore;
import org.laurelbridge.bridge.store.RuleDocumentStore;
import org.laurelbridge.bridge.store.StatementStore;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.mapping.VoidReach;
import org.laurelbridge.rule.Topic;
import org.laurelbridge.xapi.Json;
import org.laurelbridge.xapi.Reading;
import org.laurelbridge.xapi.StatementReader;
import org.laurelbridge.xapi.XapiVersion;

/** The way from a statement to an award on a real database, one stage at a time, under a clock that a test turns. */
final class Walk {

    static final String MAPPING = """
            brl: 1
            kind: mapping
            name: campus
            version: %d
            use: [adl@1]
            identity:
              - account: {homePage: https://lms.example, name: username}
              - mbox: email
            unknown: %s
            activities:
              quiz: {title: Quiz, match: {id: "https://lms.example/quiz"}}
              lab: {title: Lab, match: {id: "https://lms.example/lab"}}
            """;

    final TurnedClock clock = new TurnedClock("2026-03-01T12:00:00Z");
    final AwardIds ids = new AwardIds("secret".getBytes(StandardCharsets.UTF_8));
    final Database database;
    final StatementStore statements;
    final PeopleStore people;
    final FactStore facts;
    final AwardStore awards;
    final AttestationStore attestations;
    final RuleBook rules;
    final Mapper mapper;
    final Awarder awarder;
    final GradeOrders orders;

    Walk(Database database) {
        this(database, List.of());
    }

    /** @param told targets that are told of every award */
    Walk(Database database, List<String> told) {
        this.orders = new GradeOrders(id -> URI.create("https://laurel.example/awards/" + id), told);
        this.database = database;
        this.statements = new StatementStore(database);
        this.people = new PeopleStore(database);
        this.facts = new FactStore(database);
        this.awards = new AwardStore(database);
        this.attestations = new AttestationStore(database);
        this.rules = new RuleBook(new RuleDocumentStore(database), clock);
        this.mapper = new Mapper(facts, rules, clock);
        this.awarder = new Awarder(awards, rules, ids, orders, clock);
    }

    static RuleText mapping(int version, String unknown) {
        return new RuleText("campus.yaml", MAPPING.formatted(version, unknown));
    }

    /** A badge for the quiz at 80 %, with more lines of the document. */
    static RuleText badge(String... more) {
        return badge("quiz", 1, "when: {scored: {on: quiz, atLeast: 80%}}", more);
    }

    static RuleText badge(String id, int version, String when, String... more) {
        return new RuleText(id + ".yaml", """
                brl: 1
                kind: badge
                id: %s
                version: %d
                title: The %s
                %s
                %s
                """.formatted(id, version, id, when, String.join("\n", more)));
    }

    RuleBook.Outcome apply(RuleText... texts) {
        return rules.apply(List.of(texts));
    }

    PersonId ada() {
        return people.add("Ada", List.of(new Identifier("email", "", "ada@example.org")), clock.instant());
    }

    /** Ada's score in the quiz. */
    static String scored(UUID id, String scaled, String at, String... more) {
        return did(id, "https://lms.example/quiz", "{\"score\":{\"scaled\":" + scaled + "}}", at, more);
    }

    static String did(UUID id, String activity, String result, String at, String... more) {
        return """
                {"id":"%s","actor":{"mbox":"mailto:ada@example.org"},"verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},\
                "object":{"id":"%s"},"result":%s,"timestamp":"%s"%s}""".formatted(id, activity, result, at, String.join("", more));
    }

    static String voids(UUID id, UUID target) {
        return """
                {"id":"%s","actor":{"mbox":"mailto:lms@example.org"},"verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},\
                "object":{"objectType":"StatementRef","id":"%s"}}""".formatted(id, target);
    }

    /** Keeps these statements in one commit. */
    void hear(String... raw) {
        List<Candidate> candidates = new ArrayList<>();
        for (String one : raw) {
            candidates.add(candidate(one));
        }
        Submission submission = new Submission("lms", Submission.Manner.TAKEN, candidates, List.of());
        statements.append(List.of(submission), (source, authority) -> VoidReach.ANYTHING, clock.instant());
    }

    static Candidate candidate(String raw) {
        Json.Parsed parsed = new Json().read(raw);
        if (!(parsed instanceof Json.Parsed.Value value)) {
            throw new IllegalArgumentException(parsed.toString());
        }
        Reading reading = new StatementReader(StatementReader.Manner.STRICT, XapiVersion.V1_0).read(value.node());
        if (!(reading instanceof Reading.Usable usable)) {
            throw new IllegalArgumentException(reading.problems().toString());
        }
        UUID id = Objects.requireNonNull(usable.statement().id());
        return new Candidate(id, usable.statement(), raw, List.of());
    }

    /** Maps and awards until nothing is left to do now. */
    void settle() {
        int done;
        do {
            done = mapper.mapDue() + awarder.awardDue();
        } while (done > 0);
    }

    /** Somebody says something of a person. */
    void say(PersonId person, String topic, String subject, String value, String by) {
        new Attesting(attestations, awards, rules, clock)
                .say(person, new Attesting.Saying(Topic.of(topic), subject, value, "", by, null, null));
        settle();
    }

    void walk(String... raw) {
        hear(raw);
        settle();
    }

    void turn(Duration further) {
        clock.turn(further);
        settle();
    }

    /** By the time of earning. */
    List<Award> all() {
        return awards.list(null, null, null, 1_000).stream()
                .sorted(Comparator.comparing(Award::earnedAt))
                .toList();
    }

    Award only() {
        List<Award> all = all();
        if (all.size() != 1) {
            throw new AssertionError("expected one award, found " + all);
        }
        return all.get(0);
    }

    List<String> events() {
        return awards.listEvents(only().id()).stream()
                .map(Awards.Happened::what)
                .toList();
    }

    /** The deliveries as {@code target/course rREVISION grade of maximum state}, in their order. */
    List<String> deliveries() {
        return database.read(handle -> handle.createQuery("select * from delivery order by id")
                .map((rows, context) -> rows.getString("target") + "/" + rows.getString("course") + " r"
                        + rows.getInt("revision") + " " + rows.getString("grade") + " of " + rows.getString("maximum")
                        + " " + rows.getString("state"))
                .list());
    }

    long count(String table) {
        return database.read(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(long.class)
                .one());
    }
}
