package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.record.People.IdentifiersDisagree;
import org.laurelbridge.bridge.record.People.UnknownActor;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

class PeopleStoreTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Identifier EMAIL = new Identifier("email", "", "ada@example.org");
    private static final Identifier ACCOUNT = new Identifier("account", "https://lms.example", "ada");
    private static final long SEQ = 5 * 65_536L + 3;

    private Database database;
    private PeopleStore people;

    @BeforeEach
    void open(Database given) {
        database = given;
        people = new PeopleStore(database);
    }

    @OnEveryDatabase
    void add_twice_findsTheSamePersonAndKeepsTheName() {
        PersonId first = people.add("Ada", List.of(EMAIL, ACCOUNT), NOW);
        PersonId second = people.add(null, List.of(ACCOUNT), NOW);

        assertThat(second).isEqualTo(first);
        Person person = people.find(first.value()).orElseThrow();
        assertThat(person.name()).isEqualTo("Ada");
        assertThat(person.identifiers())
                .hasSize(3)
                .contains(EMAIL, ACCOUNT)
                .isSortedAccordingTo((one, other) -> one.kind().compareTo(other.kind()));
        assertThat(person.email()).contains("ada@example.org");
    }

    @OnEveryDatabase
    void add_ofAnAddress_isFoundByItsSha1InAnyCase() {
        PersonId ada = people.add(null, List.of(new Identifier("email", "", "Ada@Example.org")), NOW);

        // printf mailto:ada@example.org | sha1sum
        Identifier hash = new Identifier("mbox_sha1sum", "", "d714b8a95bd857a37405a7b56db9108b60ae42bd");
        assertThat(people.find(hash)).contains(ada);
        assertThat(people.find(EMAIL)).contains(ada);
        assertThat(people.find(new Identifier("email", "", "ADA@example.org"))).contains(ada);
    }

    @OnEveryDatabase
    void add_ofTwoPeoplesIdentifiers_isRefused() {
        people.add("Ada", List.of(EMAIL), NOW);
        people.add("Bob", List.of(ACCOUNT), NOW);

        assertThatThrownBy(() -> people.add("Who", List.of(EMAIL, ACCOUNT), NOW))
                .isInstanceOf(IdentifiersDisagree.class);
        assertThat(people.list(null, 10)).extracting(Person::name).containsExactlyInAnyOrder("Ada", "Bob");
    }

    @OnEveryDatabase
    void add_ofTheSameFromEightThreads_makesOnePerson() {
        Set<PersonId> made = ConcurrentHashMap.newKeySet();
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(number -> new Thread(() -> made.add(people.add(null, List.of(EMAIL, ACCOUNT), NOW))))
                .toList();
        threads.forEach(Thread::start);
        threads.forEach(Threads::join);

        assertThat(made).hasSize(1);
        assertThat(people.list(null, 10)).hasSize(1);
    }

    @OnEveryDatabase
    void list_pageByPage_findsAllOnce() {
        for (int i = 0; i < 5; i++) {
            people.add("P" + i, List.of(new Identifier("username", "https://lms.example", "p" + i)), NOW);
        }

        List<Person> first = people.list(null, 3);
        List<Person> second = people.list(first.get(2).id(), 3);

        assertThat(first).hasSize(3);
        assertThat(second).hasSize(2).doesNotContainAnyElementsOf(first);
    }

    @OnEveryDatabase
    void add_ofWhoWasUnknown_hasItsStatementsMappedAnew() {
        park(ACCOUNT, EMAIL);

        people.add("Ada", List.of(EMAIL), NOW);

        assertThat(toMap()).isEqualTo(1);
    }

    @OnEveryDatabase
    void join_ofAnUnknownActor_hasItsStatementsMappedAnew() {
        park(ACCOUNT, EMAIL);
        PersonId ada = people.add("Ada", List.of(new Identifier("username", "https://lms.example", "ada")), NOW);
        long before = toMap();

        people.join(ACCOUNT, ada, NOW);

        assertThat(before).isZero();
        assertThat(toMap()).isEqualTo(1);
        assertThat(people.find(ACCOUNT)).contains(ada);
    }

    @OnEveryDatabase
    void join_ofAnotherPersonsIdentifier_isRefused() {
        people.add("Ada", List.of(ACCOUNT), NOW);
        PersonId bob = people.add("Bob", List.of(EMAIL), NOW);

        assertThatThrownBy(() -> people.join(ACCOUNT, bob, NOW)).isInstanceOf(IdentifiersDisagree.class);
        assertThatThrownBy(() -> people.join(ACCOUNT, new PersonId(UUID.randomUUID()), NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @OnEveryDatabase
    void listUnknown_countsWhatWaits() {
        park(ACCOUNT, EMAIL);

        assertThat(people.listUnknown(5)).containsExactly(new UnknownActor(ACCOUNT, "Ada", NOW, 1));
    }

    @OnEveryDatabase
    void add_ofAnAddress_hasCredentialsSignedAnew() {
        PersonId ada = people.add("Ada", List.of(ACCOUNT), NOW);
        credential(ada);

        people.add(null, List.of(ACCOUNT), NOW);
        long before = wanted();
        people.add(null, List.of(ACCOUNT, EMAIL), NOW);

        assertThat(before).isZero();
        assertThat(wanted()).isEqualTo(1);
    }

    /** A mapper that found nobody parks while somebody joins: one of the two must see the other. */
    @OnEveryDatabase
    void join_whileAMapperParks_losesNothing() {
        PersonId ada = people.add("Ada", List.of(EMAIL), NOW);
        CountDownLatch looked = new CountDownLatch(1);
        Thread mapper = new Thread(() -> database.change(handle -> {
            PeopleRows rows = new PeopleRows(handle);
            rows.stopJoining(database.dialect());
            boolean unknown = rows.find(List.of(ACCOUNT)).isEmpty();
            looked.countDown();
            Thread.yield();
            if (unknown) {
                park(handle, ACCOUNT, ACCOUNT);
            }
        }));
        mapper.start();
        Threads.await(looked);

        people.join(ACCOUNT, ada, NOW);
        Threads.join(mapper);

        assertThat(toMap()).isEqualTo(1);
    }

    private void park(Identifier actor, Identifier candidate) {
        database.change(handle -> park(handle, actor, candidate));
    }

    private static void park(Handle handle, Identifier actor, Identifier candidate) {
        byte[] own = Identities.fingerprint(actor);
        handle.execute("insert into intake (id, stored_at, statements, mapped_with) values (5, 1, 4, 7)");
        handle.execute(
                "insert into unknown_actor (fingerprint, kind, scope, value, name, first_seen) values (?, ?, ?, ?, ?, ?)",
                own,
                actor.kind(),
                actor.scope(),
                actor.value(),
                "Ada",
                NOW);
        for (Identifier one : Set.copyOf(List.of(actor, candidate))) {
            handle.execute(
                    "insert into unknown_actor_candidate (candidate, actor) values (?, ?)",
                    Identities.fingerprint(one),
                    own);
        }
        handle.execute("insert into parked (actor, seq) values (?, ?)", own, SEQ);
    }

    private void credential(PersonId person) {
        UUID award = UUID.randomUUID();
        database.change(handle -> {
            handle.execute("""
                    insert into award (id, credential, badge, badge_version, mapping_generation, person, cycle, status, earned_at,
                      evidence, facts_fingerprint, explanation, is_public, created, changed)
                    values (?, ?, 'quiz', 1, 1, ?, 1, 'valid', 1, '[]', ?, '{}', 1, 1, 1)""", award, award, person.value(), Fingerprint.of("facts"));
            handle.execute("insert into credential (id, award, wanted, mark) values (?, ?, 0, 1)", award, award);
        });
    }

    private long toMap() {
        return count("select count(*) from intake where mapped_with = 0 and mark = 1");
    }

    private long wanted() {
        return count("select count(*) from credential where wanted = 1 and mark = 2");
    }

    private long count(String sql) {
        return database.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
