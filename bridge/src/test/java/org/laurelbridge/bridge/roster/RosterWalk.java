package org.laurelbridge.bridge.roster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.fake.FakeMoodle;
import org.laurelbridge.bridge.fake.TurnedClock;
import org.laurelbridge.bridge.record.Courses.Course;
import org.laurelbridge.bridge.record.Courses.Member;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.rule.Attestation;
import org.laurelbridge.rule.Topic;

/** A Moodle with two courses whose rosters are read. */
abstract class RosterWalk {
    static final Duration HOUR = Duration.ofHours(1);
    static final String[] FUNCTIONS = {"core_course_get_courses_by_field", "core_enrol_get_enrolled_users"};

    final TurnedClock clock = new TurnedClock("2026-11-23T09:30:00Z");
    final FakeMoodle moodle = new FakeMoodle(clock)
            .tool("laurel-client", 1, Node.KEY::jwks)
            .service(Node.TOKEN, FUNCTIONS)
            .review(Node.TOKEN)
            .user(3, "ada", "Ada@campus.example", "A-3")
            .user(4, "grace", "grace@campus.example", "")
            .user(5, "teach", "teach@campus.example", "")
            .user(6, "gone", "gone@campus.example", "")
            .course(2)
            .course(7)
            .enrol(2, 3, "student")
            .enrol(2, 4, "student")
            .enrol(2, 5, "teacher")
            .enrol(2, 6, "inactive");

    Database database;
    Node node;

    @BeforeEach
    void open(Database given) {
        database = given;
        node = new Node(database, moodle, clock);
    }

    @AfterEach
    void close() {
        moodle.close();
    }

    Set<Long> usersWith(String role) {
        return new TreeSet<>(moodle.enrolled(2, role));
    }

    Set<Long> byRole(boolean teaches) {
        Set<PersonId> people = node.courses.members(course(2)).stream()
                .filter(member -> teaches ? member.teaches() : member.learns())
                .map(Member::person)
                .collect(Collectors.toSet());
        return usersAmong(people);
    }

    Set<Long> usersEnrolled() {
        Set<PersonId> people = new HashSet<>();
        for (long user = 3; user <= 6; user++) {
            node.people.find(known("id", Long.toString(user))).ifPresent(person -> {
                if (enrolled(person).stream().anyMatch(said -> said.until() == null)) {
                    people.add(person);
                }
            });
        }
        return usersAmong(people);
    }

    Set<Long> usersAmong(Set<PersonId> people) {
        Set<Long> users = new TreeSet<>();
        for (long user = 3; user <= 6; user++) {
            long id = user;
            node.people
                    .find(known("id", Long.toString(user)))
                    .filter(people::contains)
                    .ifPresent(one -> users.add(id));
        }
        return users;
    }

    List<Attestation> enrolled(PersonId person) {
        return node.attesting.list(person).stream()
                .filter(said -> said.topic() == Topic.ENROLLED)
                .toList();
    }

    List<String> everything() {
        List<String> all = new ArrayList<>();
        for (PersonId person : List.of(person(3), person(4), person(5))) {
            all.add(node.people.find(person.value()).orElseThrow().toString());
            all.add(node.courses.list(person).toString());
            all.add(node.attesting.list(person).toString());
        }
        all.add(node.people.list(null, 100).toString());
        return all;
    }

    Course course(long id) {
        return new Course(moodle.root().toString(), Long.toString(id));
    }

    PersonId person(long user) {
        return node.people.find(known("id", Long.toString(user))).orElseThrow();
    }

    Identifier known(String kind, String value) {
        return new Identifier(kind, moodle.root().toString(), value);
    }

    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
