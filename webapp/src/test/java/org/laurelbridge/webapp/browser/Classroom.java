package org.laurelbridge.webapp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.PasswordHash;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.award.Attesting;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.record.Courses;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.rule.Topic;

/** What happens in the sample course while an instructor looks at it. */
record Classroom(SampleSite site) {
    static final String MOODLE = "https://moodle.example.org";
    static final Course HERE = new Course(MOODLE, "2");

    /** Puts a badge in force that belongs to the course. */
    void ofTheCourse(String badge) {
        List<RuleText> texts = new ArrayList<>(site.bridge().rules().export());
        texts.add(new RuleText("course.yaml", badge));
        assertThat(site.bridge().rules().apply(texts)).isInstanceOf(RuleBook.Outcome.Changed.class);
        String id = badge.lines()
                .filter(line -> line.startsWith("id: "))
                .findFirst()
                .orElseThrow()
                .substring(4);
        site.bridge().teaching().workshop().give(id, HERE);
    }

    PersonId person(String name) {
        return site.bridge().teaching().classes().learners(HERE).stream()
                .filter(learner -> name.equals(learner.name()))
                .findFirst()
                .orElseThrow()
                .person();
    }

    void handIn(PersonId person, String what) {
        site.bridge()
                .attesting()
                .say(person, new Attesting.Saying(Topic.EVIDENCE, "seen-work", "url", what, "them", null, null));
    }

    /** Somebody else teaches the course, too. */
    void secondTeacher() {
        Bridge bridge = site.bridge();
        Instant now = bridge.clock().instant();
        PersonId second =
                bridge.stores().people().add("Sven Second", List.of(new Identifier("id", MOODLE, "990")), now);
        PersonId first = bridge.stores()
                .accounts()
                .find(account("instructor"))
                .orElseThrow()
                .learner();
        List<Courses.Member> members = new ArrayList<>(List.of(
                new Courses.Member(Objects.requireNonNull(first), true, false),
                new Courses.Member(second, true, false)));
        bridge.teaching()
                .classes()
                .learners(HERE)
                .forEach(one -> members.add(new Courses.Member(one.person(), false, true)));
        bridge.courses().replace(new Courses.Course(MOODLE, "2"), members, now, now.plus(Duration.ofDays(365)));
        Account account = Account.made("Sven Second", null, Set.of(Role.INSTRUCTOR), second);
        bridge.stores().accounts().add(account, Login.byPassword("second"), now);
        bridge.stores().passwords().set(account.id(), new PasswordHash().hash("correct horse battery"), now);
    }

    UUID account(String name) {
        return site.bridge().stores().accounts().list().stream()
                .filter(known -> known.logins().contains(Login.byPassword(name)))
                .findFirst()
                .orElseThrow()
                .account()
                .id();
    }

    /** Somebody who is not of the course, and has done two labs. */
    void outsider(String id) {
        site.bridge()
                .stores()
                .people()
                .add(
                        "Olga Outside " + id,
                        List.of(new Identifier("id", MOODLE, id)),
                        site.bridge().clock().instant());
        completes(id, "/mod/lti/view.php?id=31");
        completes(id, "/mod/lti/view.php?id=32");
        site.settle();
    }

    void completes(String user, String activity) {
        does(user, activity, "");
    }

    UUID does(String user, String activity, String result) {
        UUID id = UUID.randomUUID();
        send("""
                    {"id": "%s", "actor": {"account": {"homePage": "%s", "name": "%s"}},
                     "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"}, "object": {"id": "%s"}%s}""".formatted(id, MOODLE, user, MOODLE + activity, result));
        return id;
    }

    void voids(UUID statement) {
        send("""
                {"actor": {"mbox": "mailto:teacher@example.org"},
                 "verb": {"id": "http://adlnet.gov/expapi/verbs/voided"},
                 "object": {"objectType": "StatementRef", "id": "%s"}}""".formatted(statement));
    }

    void send(String statement) {
        try {
            site.sender().send(statement);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
