package org.laurelbridge.webapp.sample;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.Learning;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.PasswordHash;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.Questions;
import org.laurelbridge.bridge.award.plan.Effect;
import org.laurelbridge.bridge.award.plan.Plans;
import org.laurelbridge.bridge.listen.Candidate;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.bridge.listen.Unreadable;
import org.laurelbridge.bridge.lti.Classes;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.record.Courses;
import org.laurelbridge.bridge.record.Newcomer;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.SeededStatements;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.xapi.Json;
import org.laurelbridge.xapi.Problem;
import org.laurelbridge.xapi.Reading;
import org.laurelbridge.xapi.StatementReader;
import org.laurelbridge.xapi.XapiVersion;

/** Fills an empty installation with a {@link Campus}, by the ways that everything comes in. */
public final class CampusFilling {
    private static final int AT_A_TIME = 1_000;
    /** Nobody reads these rosters again. */
    private static final Duration LATER = Duration.ofDays(365);
    /** Of so many learners one has an account. */
    private static final int WITH_ACCOUNT = 10;

    private static final int ASKING = 200;

    private final Bridge bridge;
    private final Campus campus;
    private final String source;
    private final Doer doer;
    private final StatementReader reader = new StatementReader(StatementReader.Manner.STRICT, XapiVersion.V1_0);
    private final Json json = new Json();

    /** @param source that statements come from */
    public CampusFilling(Bridge bridge, Campus campus, String source, Doer doer) {
        this.bridge = bridge;
        this.campus = campus;
        this.source = source;
        this.doer = doer;
    }

    /** Rules, people, courses and accounts; returns the learners. */
    public List<PersonId> open() {
        Instant now = bridge.clock().instant();
        if (bridge.rules().apply(new CampusRules(campus).all()) instanceof RuleBook.Outcome.Refused refused) {
            throw new IllegalStateException(refused.problems().toString());
        }
        List<PersonId> people = bridge.stores().people().by(doer).addAll(newcomers(), now).stream()
                .map(Optional::orElseThrow)
                .toList();
        PersonId teacher = people.get(campus.learners());
        Courses courses = bridge.courses();
        courses.list(
                "Example LMS",
                IntStream.range(0, campus.courses())
                        .mapToObj(course ->
                                new Courses.Listed(Campus.course(course), Campus.subject(course), Campus.title(course)))
                        .toList(),
                now,
                now.plus(LATER));
        for (int course = 0; course < campus.courses(); course++) {
            courses.replace(Campus.course(course), members(course, people, teacher), now, now.plus(LATER));
            for (int badge : campus.badgesOf(course)) {
                bridge.teaching()
                        .workshop()
                        .give(
                                CampusRules.id(badge),
                                new Classes.Course(
                                        Campus.SYSTEM, Campus.course(course).id()));
            }
        }
        return people.subList(0, campus.learners());
    }

    private List<Newcomer> newcomers() {
        List<Newcomer> all = new ArrayList<>();
        for (int learner = 0; learner < campus.learners(); learner++) {
            all.add(newcomer(campus.name(learner), String.valueOf(learner)));
        }
        all.add(newcomer("Teresa Berger", "teacher"));
        return all;
    }

    /** The learner who has the most badges. */
    public static PersonId first(People people) {
        return people.find(new Identifier("id", Campus.SYSTEM, "0")).orElseThrow();
    }

    private static Newcomer newcomer(String name, String id) {
        return new Newcomer(
                name,
                List.of(
                        new Identifier("id", Campus.SYSTEM, id),
                        new Identifier("email", "", "learner" + id + "@example.org")));
    }

    /** The teacher has the first large courses, and the first small one. */
    private List<Courses.Member> members(int course, List<PersonId> people, PersonId teacher) {
        List<Courses.Member> members = new ArrayList<>();
        for (int learner = 0; learner < campus.learners(); learner++) {
            if (campus.coursesOf(learner).contains(course)) {
                members.add(new Courses.Member(people.get(learner), false, true));
            }
        }
        if (course < 3 || course == campus.large()) {
            members.add(new Courses.Member(teacher, true, false));
        }
        return members;
    }

    /** Accounts of one learner in ten, and of one of each role that can sign in: their names are those of the roles. */
    public void addAccounts(List<PersonId> learners, String password) {
        for (Role role : Role.values()) {
            add(role.word(), Set.of(role), person(role, learners));
        }
        changePasswords(password);
        for (int learner = WITH_ACCOUNT; learner < learners.size(); learner += WITH_ACCOUNT) {
            add(campus.name(learner), Set.of(Role.LEARNER), learners.get(learner));
        }
    }

    /** Another password for those who can sign in. */
    public void changePasswords(String password) {
        String hash = new PasswordHash().hash(password);
        for (Role role : Role.values()) {
            Account account = bridge.stores()
                    .accounts()
                    .find(Login.byPassword(role.word()))
                    .orElseThrow();
            bridge.stores()
                    .passwords()
                    .by(doer)
                    .set(account.id(), hash, bridge.clock().instant());
        }
    }

    private @Nullable PersonId person(Role role, List<PersonId> learners) {
        return switch (role) {
            case LEARNER -> learners.get(0);
            case INSTRUCTOR ->
                bridge.stores()
                        .people()
                        .find(new Identifier("id", Campus.SYSTEM, "teacher"))
                        .orElseThrow();
            case ADMINISTRATOR, VIEWER -> null;
        };
    }

    private void add(String name, Set<Role> roles, @Nullable PersonId person) {
        Account account = Account.made(name, null, roles, person);
        bridge.stores()
                .accounts()
                .by(doer)
                .add(account, Login.byPassword(name), bridge.clock().instant());
    }

    /**
     * Adds all statements with their facts, and has everybody decided about.
     *
     * @param told how many were added, now and then
     */
    public void addStatements(List<PersonId> learners, LongConsumer told) {
        Instant now = bridge.clock().instant();
        CampusStatements statements = new CampusStatements(campus, now);
        SeededStatements seeded = bridge.stores().seededStatements();
        long generation = bridge.rules().current().generation();
        for (int from = 0; from < statements.size(); from += SeededStatements.most()) {
            int to = Math.min(statements.size(), from + SeededStatements.most());
            List<SeededStatements.Done> some = IntStream.range(from, to)
                    .mapToObj(number -> new SeededStatements.Done(
                            learners.get(statements.learner(number)),
                            statements.fact(number, source),
                            statements.raw(number)))
                    .toList();
            seeded.add(some, source, generation, now);
            told.accept(to);
        }
        Map<PersonId, Collection<String>> badges = new HashMap<>();
        for (int learner = 0; learner < campus.learners(); learner++) {
            badges.put(
                    learners.get(learner),
                    campus.coursesOf(learner).stream()
                            .flatMap(course -> campus.badgesOf(course).stream())
                            .map(CampusRules::id)
                            .toList());
        }
        seeded.decide(badges, now);
    }

    /** Brings statements of people whom nobody knows, and some that cannot be read: as all come in. */
    public void addTroubles() {
        CampusStatements statements =
                new CampusStatements(campus, bridge.clock().instant());
        int from = statements.size();
        int to = from + Math.min(AT_A_TIME, campus.learners());
        bridge.intake()
                .accept(new Submission(
                        source,
                        Submission.Manner.TAKEN,
                        IntStream.range(from, to)
                                .mapToObj(
                                        number -> candidate(CampusStatements.id(number), statements.ofStranger(number)))
                                .toList(),
                        IntStream.range(from, to)
                                .mapToObj(CampusFilling::broken)
                                .toList()));
    }

    /** What waits for people: questions of learners and a plan, both about the first badge; and a learning platform is registered. */
    public void addWaiting(List<PersonId> learners) {
        addQuestions(learners);
        addPlan(learners);
        addPlatform();
    }

    private void addPlan(List<PersonId> learners) {
        Instant now = bridge.clock().instant();
        String file = "badge-" + CampusRules.id(0) + ".yaml";
        List<RuleText> texts = bridge.rules().export().stream()
                .map(one -> one.file().equals(file)
                        ? new RuleText(file, one.text().replace("version: 1", "version: 2"))
                        : one)
                .toList();
        Plans plans = bridge.stores().plans().by(doer);
        long plan =
                plans.begin(bridge.rules().current().turn(), texts, false, now).id();
        plans.open(
                plan,
                learners.stream()
                        .limit(ASKING)
                        .map(person -> new Effect(CampusRules.id(0), 2, person, Effect.What.GAIN, now, "It is met."))
                        .toList());
    }

    private void addQuestions(List<PersonId> learners) {
        Instant now = bridge.clock().instant();
        Questions questions = Learning.of(bridge.stores()).questions();
        String badge = CampusRules.id(campus.badgesOf(0).get(0));
        IntStream.range(0, campus.learners())
                .filter(learner -> campus.coursesOf(learner).contains(0))
                .limit(ASKING)
                .mapToObj(learners::get)
                .forEach(person -> bridge.explanations()
                        .explain(person, badge)
                        .ifPresent(answer -> questions.ask(
                                person,
                                badge,
                                "I did all of it.",
                                answer.lines().stream()
                                        .map(line -> new Questions.Line(
                                                line.depth(), line.status().truth(), line.text()))
                                        .toList(),
                                now)));
    }

    private void addPlatform() {
        URI place = URI.create(Campus.SYSTEM + "/mod/lti/");
        bridge.lti()
                .platforms()
                .add(
                        new LtiPlatform(
                                UUID.randomUUID(),
                                "campus",
                                Campus.SYSTEM,
                                "laurel",
                                place,
                                place,
                                place.toString(),
                                place,
                                true,
                                Set.of("1")),
                        bridge.clock().instant());
    }

    private Candidate candidate(UUID id, String raw) {
        Json.Parsed.Value value = (Json.Parsed.Value) json.read(raw);
        Reading.Usable usable = (Reading.Usable) Objects.requireNonNull(reader.read(value.node()));
        return new Candidate(id, usable.statement(), raw, List.of());
    }

    private static Unreadable broken(int number) {
        return new Unreadable(
                null,
                "{\"actor\":{\"mbox\":\"nobody-%d\"},\"verb\":{},\"object\":{\"id\":\"no IRI\"}}".formatted(number),
                List.of(new Problem("verb.id", "nothing", "an IRI", "2.4.3")));
    }
}
