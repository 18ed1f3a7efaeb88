package org.laurelbridge.bridge;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Accounts;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.deliver.mail.MailTarget;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.lti.Classes;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.lti.Classes.Taught;
import org.laurelbridge.bridge.record.PersonId;

/** Administrators decide about every award; instructors about those of a course's badges that its learners have, never about their own. Who teaches now is asked when a mail is sent. */
record MailedDesks(Accounts accounts, Supplier<Teaching> teaching, Addresses addresses) implements MailTarget.Desks {

    @Override
    public Optional<URI> desk(UUID account, Award award) {
        return accounts.find(account).filter(one -> !one.isDisabled()).flatMap(one -> desk(one, award));
    }

    @Override
    public Optional<URI> questions(UUID account, PersonId learner) {
        return accounts.find(account)
                .filter(one -> !one.isDisabled() && mayTeach(one, learner))
                .filter(one -> taught(one, learner).findAny().isPresent())
                .map(one -> addresses.at("teach", "questions"));
    }

    private Optional<URI> desk(Account account, Award award) {
        if (account.roles().contains(Role.ADMINISTRATOR)) {
            return Optional.of(addresses.at("admin", "review"));
        }
        return mayTeach(account, award.person())
                ? taught(account, award.person())
                        .filter(taught -> teaching.get().badges(taught).contains(award.badge()))
                        .findFirst()
                        .map(taught -> page(taught.course(), award))
                : Optional.empty();
    }

    private static boolean mayTeach(Account account, PersonId learner) {
        return account.roles().contains(Role.INSTRUCTOR) && !learner.equals(account.learner());
    }

    /** The courses that an account teaches now and a person learns in. */
    private Stream<Taught> taught(Account account, PersonId learner) {
        Classes classes = teaching.get().classes();
        return classes.taught(account.id(), account.learner()).stream()
                .filter(taught -> classes.learners(taught.course()).stream()
                        .anyMatch(one -> one.person().equals(learner)));
    }

    private URI page(Course course, Award award) {
        return addresses.at(
                "teach",
                "courses",
                encoded(course.system()),
                encoded(course.id()),
                "people",
                award.person().toString());
    }

    /** As the pages of a course have their addresses: an LMS names system and course as it likes. */
    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
