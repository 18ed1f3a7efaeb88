package org.laurelbridge.bridge.deliver.ags;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.laurelbridge.bridge.deliver.Attempt;
import org.laurelbridge.bridge.deliver.Delivery;
import org.laurelbridge.bridge.deliver.KnownUsers;
import org.laurelbridge.bridge.deliver.LineItems;
import org.laurelbridge.bridge.deliver.LmsUsers;
import org.laurelbridge.bridge.deliver.Standing;
import org.laurelbridge.bridge.deliver.Target;
import org.laurelbridge.bridge.deliver.wire.Reply;
import org.laurelbridge.bridge.deliver.wire.Stopped;

/**
 * Writes grades by LTI Assignment and Grade Services 2.0: one column for each badge in a course. The delivery's stamp goes with every
 * try, so that the platform itself makes one grade of a repeated post.
 */
public final class AgsGradebook implements Target {

    /** A try that took longer may have been overtaken: it must not put its grade over a newer one. */
    private static final Duration LONGEST_TRY = Duration.ofMinutes(3);

    private final AgsSettings settings;
    private final CoursePlaces places;
    private final LmsUsers users;
    private final Columns columns;
    private final Scores scores;
    private final InstantSource clock;

    /** @param users finds the platform's user ids */
    public AgsGradebook(Platform platform, LmsUsers users, LineItems lineItems) {
        this.settings = platform.settings();
        this.places = platform.places();
        this.users = users;
        this.clock = platform.clock();
        this.columns = new Columns(platform, lineItems);
        this.scores = new Scores(platform.services());
    }

    @Override
    public Attempt send(Delivery delivery) {
        Instant began = clock.instant();
        try {
            requireCourse(delivery);
            String user = user(delivery);
            URI item = columns.get(delivery);
            Reply reply = scores.post(item, user, delivery, delivery.stamp());
            if (reply.status() == 404) {
                columns.forget(delivery, item);
                item = columns.get(delivery);
                reply = scores.post(item, user, delivery, delivery.stamp());
            }
            return reply.status() == 409 ? replace(item, user, delivery, began) : attempt(reply, delivery);
        } catch (Stopped stopped) {
            return stopped.attempt();
        }
    }

    @Override
    public Standing standing(Delivery delivery) {
        try {
            Optional<URI> item = columns.find(delivery);
            if (item.isEmpty()) {
                return new Standing.Differs();
            }
            Optional<Scores.Outcome> stands = scores.find(item.get(), user(delivery));
            return stands.filter(outcome -> outcome.has(delivery)).isPresent()
                    ? new Standing.Stands()
                    : new Standing.Differs();
        } catch (Stopped stopped) {
            return stopped.standing();
        }
    }

    /** 409: something as new or newer stands there, this very grade or another hand's. */
    private Attempt replace(URI item, String user, Delivery delivery, Instant began) {
        Optional<Scores.Outcome> stands = scores.find(item, user);
        if (stands.filter(outcome -> outcome.hasGrade(delivery)).isPresent()) {
            return new Attempt.Delivered();
        }
        Instant now = clock.instant();
        if (began.plus(LONGEST_TRY).isBefore(now)) {
            return new Attempt.Unknown("a newer grade stands there, and this try took too long to replace it");
        }
        Instant newer = stands.map(outcome -> outcome.newerThan(now)).orElse(now);
        Reply second = scores.post(item, user, delivery, newer);
        return second.status() == 409
                ? new Attempt.Unknown("a newer grade stands there, and was changed again while it was replaced")
                : attempt(second, delivery);
    }

    private Attempt attempt(Reply reply, Delivery delivery) {
        if (reply.status() == 400) {
            return new Attempt.Refused("the platform does not take the score (400): is the learner enrolled in course "
                    + delivery.course() + ", with a role that is graded?");
        }
        if (reply.status() == 401) {
            return new Attempt.Refused(
                    "the platform does not accept a fresh access token (401): is the tool still active?");
        }
        if (settings.habits() == AgsSettings.Habits.MOODLE && isNotSaved(reply)) {
            return new Attempt.Refused("Moodle does not save the score (500): is the grade or its column locked?");
        }
        return reply.asWrite("score");
    }

    /** Moodle's own answer to a locked grade. When it is Moodle itself that failed, the body is a page or nothing. */
    private static boolean isNotSaved(Reply reply) {
        return reply instanceof Reply.Answered answered
                && answered.status() == 500
                && answered.body().strip().equals("[]");
    }

    private void requireCourse(Delivery delivery) {
        if (delivery.course().isEmpty() && places.needsCourse()) {
            throw new Stopped(new Attempt.Refused("no course is known for the grade: the statements that earned it name"
                    + " none, or the badge's deliver gives none"));
        }
    }

    private String user(Delivery delivery) {
        LmsUsers.Found found = users.find(delivery.person(), delivery.course());
        if (found instanceof LmsUsers.NotNow notNow) {
            throw new Stopped(new Attempt.Later(notNow.reason(), notNow.notBefore()));
        }
        if (found instanceof LmsUsers.Nobody nobody) {
            throw new Stopped(nobody.refused(settings.root().toString()));
        }
        String id = ((LmsUsers.User) found).id();
        if (settings.habits() == AgsSettings.Habits.MOODLE && !KnownUsers.isNumber(id)) {
            // Moodle answers a broken status line to it
            throw new Stopped(new Attempt.Refused("the learner's user id there is not a number, as Moodle's are"));
        }
        return id;
    }
}
