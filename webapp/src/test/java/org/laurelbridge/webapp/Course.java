package org.laurelbridge.webapp;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.laurelbridge.bridge.award.Attesting;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardIds;
import org.laurelbridge.bridge.award.Awarder;
import org.laurelbridge.bridge.award.ClassStandings;
import org.laurelbridge.bridge.award.Explanations;
import org.laurelbridge.bridge.award.GradeOrders;
import org.laurelbridge.bridge.award.Verdicts;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.listen.Candidate;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.bridge.map.Mapper;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.AttestationStore;
import org.laurelbridge.bridge.store.AwardStore;
import org.laurelbridge.bridge.store.ClassEvidenceStore;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.FactStore;
import org.laurelbridge.bridge.store.PeopleStore;
import org.laurelbridge.bridge.store.RuleDocumentStore;
import org.laurelbridge.bridge.store.StatementStore;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.mapping.VoidReach;
import org.laurelbridge.rule.Topic;
import org.laurelbridge.xapi.Json;
import org.laurelbridge.xapi.Reading;
import org.laurelbridge.xapi.StatementReader;
import org.laurelbridge.xapi.XapiVersion;

/** A course with two badges, on a real database: Ada scored 91 % in its quiz and did not do the lab. */
public final class Course implements AutoCloseable {
    public static final String HOSTILE = "<script>alert(1)</script>";

    private static final String MAPPING = """
            brl: 1
            kind: mapping
            name: campus
            version: 1
            use: [adl@1]
            identity:
              - mbox: email
            unknown: park
            activities:
              quiz: {title: Kubernetes quiz, match: {id: "https://lms.example/quiz"}}
              lab: {title: "Lab <script>alert(1)</script>", match: {id: "https://lms.example/lab"}}
            """;
    private static final String BADGE = """
            brl: 1
            kind: badge
            id: %s
            version: 1
            title: %s
            when: {scored: {on: %s, atLeast: 80%%}}
            deliver: [{to: own}]
            settle: {gain: 0, lose: 0}
            """;

    private final TestDatabase folder = TestDatabase.sqlite();
    public final Database database = folder.database();
    public final StatementStore statements = new StatementStore(database);
    public final PeopleStore people = new PeopleStore(database);
    public final AwardStore awards = new AwardStore(database);
    public final RuleBook rules = new RuleBook(new RuleDocumentStore(database), Site.CLOCK);
    public final Addresses addresses = new Addresses(URI.create("https://badges.example.org"));
    public final Explanations explanations = new Explanations(awards, rules, Site.CLOCK);
    public final GradeOrders orders = new GradeOrders(addresses::award);
    public final ClassStandings standings = new ClassStandings(new ClassEvidenceStore(database), rules, Site.CLOCK);
    public final Attesting attesting = new Attesting(new AttestationStore(database), awards, rules, Site.CLOCK);
    public final Verdicts verdicts = new Verdicts(awards, rules, orders, Site.CLOCK);
    public final PersonId ada;

    public Course() {
        apply();
        ada = people.add("Ada " + HOSTILE, List.of(new Identifier("email", "", "ada@example.org")), Site.NOW);
        hear(scored("ada@example.org", "quiz", "0.91"));
        hear(scored("nobody@example.org", "quiz", "0.95"));
    }

    /** Puts the course's rules in force, and these besides. */
    public void apply(String... badges) {
        List<RuleText> texts = new ArrayList<>(List.of(
                new RuleText("mapping.yaml", MAPPING),
                new RuleText("quiz.yaml", BADGE.formatted("quiz", "Kubernetes fundamentals", "quiz")),
                new RuleText("lab.yaml", BADGE.formatted("lab", "\"" + HOSTILE + "\"", "lab"))));
        for (int i = 0; i < badges.length; i++) {
            texts.add(new RuleText("more-" + i + ".yaml", badges[i]));
        }
        if (rules.apply(texts) instanceof RuleBook.Outcome.Refused refused) {
            throw new IllegalArgumentException(refused.problems().toString());
        }
        settle();
    }

    /** A badge for 80 % in the quiz, with more lines of its document. */
    public static String badge(String id, String... more) {
        return "brl: 1\nkind: badge\nid: " + id + "\nversion: 1\ntitle: The " + id
                + "\nwhen: {scored: {on: quiz, atLeast: 80%}}\n" + String.join("\n", more) + "\n";
    }

    /** Somebody says something of Ada. */
    public void say(String topic, String subject, String value, String by) {
        attesting.say(ada, new Attesting.Saying(Topic.of(topic), subject, value, "", by, null, null));
        settle();
    }

    /** Ada's award of a badge. */
    public Award award(String badge) {
        return awards.list(badge, ada, null, 10).get(0);
    }

    public Award award() {
        return awards.list(null, ada, null, 10).get(0);
    }

    public static String scored(String email, String activity, String scaled) {
        return """
                {"id":"%s","actor":{"mbox":"mailto:%s"},"verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},\
                "object":{"id":"https://lms.example/%s"},"result":{"score":{"scaled":%s}},\
                "timestamp":"2026-03-01T10:02:11Z"}""".formatted(UUID.randomUUID(), email, activity, scaled);
    }

    public void hear(String raw) {
        Submission submission = new Submission("lms", Submission.Manner.TAKEN, List.of(candidate(raw)), List.of());
        statements.append(List.of(submission), (source, authority) -> VoidReach.ANYTHING, Site.NOW);
        settle();
    }

    /** Voids what Ada's award rests on. */
    public void voidAll() {
        for (UUID statement : award().evidence()) {
            hear("""
                    {"id":"%s","actor":{"mbox":"mailto:lms@example.org"},\
                    "verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},\
                    "object":{"objectType":"StatementRef","id":"%s"}}""".formatted(UUID.randomUUID(), statement));
        }
    }

    /** Maps and awards until nothing is left to do. */
    public void settle() {
        Mapper mapper = new Mapper(new FactStore(database), rules, Site.CLOCK);
        Awarder awarder = new Awarder(awards, rules, new AwardIds(new byte[32]), orders, Site.CLOCK);
        while (mapper.mapDue() + awarder.awardDue() > 0) {
            continue;
        }
    }

    /** A statement as it comes in. */
    public static Candidate candidate(String raw) {
        if (new Json().read(raw) instanceof Json.Parsed.Value value
                && new StatementReader(StatementReader.Manner.STRICT, XapiVersion.V1_0).read(value.node())
                        instanceof Reading.Usable usable) {
            return new Candidate(Objects.requireNonNull(usable.statement().id()), usable.statement(), raw, List.of());
        }
        throw new IllegalArgumentException(raw);
    }

    @Override
    public void close() {
        folder.close();
    }
}
