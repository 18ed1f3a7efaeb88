package org.laurelbridge.bridge;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Accounts;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.deliver.mail.MailTarget;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.lti.Classes.Taught;
import org.laurelbridge.bridge.record.PersonId;

/** Administrators decide about every award; instructors about those of a course's badges that its learners have, never about their own. */
record MailedDesks(Accounts accounts, Supplier<Teaching> teaching, Addresses addresses) implements MailTarget.Desks {

    @Override
    public Optional<URI> desk(UUID account, Award award) {
        return accounts.find(account).filter(one -> !one.isDisabled()).flatMap(one -> desk(one, award));
    }

    private Optional<URI> desk(Account account, Award award) {
        if (account.roles().contains(Role.ADMINISTRATOR)) {
            return Optional.of(addresses.at("admin", "review"));
        }
        PersonId self = account.learner();
        boolean mayDecide =
                account.roles().contains(Role.INSTRUCTOR) && !award.person().equals(self);
        return mayDecide ? taught(account, self, award).map(taught -> page(taught.course(), award)) : Optional.empty();
    }

    private Optional<Taught> taught(Account account, @Nullable PersonId self, Award award) {
        Teaching all = teaching.get();
        return all.classes().taught(account.id(), self).stream()
                .filter(taught -> all.badges(taught).contains(award.badge()))
                .filter(taught -> all.classes().learners(taught.course()).stream()
                        .anyMatch(learner -> learner.person().equals(award.person())))
                .findFirst();
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
