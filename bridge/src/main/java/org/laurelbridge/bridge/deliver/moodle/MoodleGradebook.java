package org.laurelbridge.bridge.deliver.moodle;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.laurelbridge.bridge.deliver.Attempt;
import org.laurelbridge.bridge.deliver.Delivery;
import org.laurelbridge.bridge.deliver.KnownUsers;
import org.laurelbridge.bridge.deliver.LmsUsers;
import org.laurelbridge.bridge.deliver.Standing;
import org.laurelbridge.bridge.deliver.Target;
import org.laurelbridge.bridge.deliver.moodle.Gradebook.Grade;
import org.laurelbridge.bridge.deliver.moodle.MoodleSettings.Place;
import org.laurelbridge.bridge.deliver.moodle.MoodleSettings.Writing;
import org.laurelbridge.bridge.deliver.wire.Stopped;

/**
 * Writes grades by Moodle's web services to an activity that an administrator named. What stands is read before each write, so that a
 * repeated one is none, and after it, because Moodle says nothing about a grade that it did not take.
 */
public final class MoodleGradebook implements Target {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>]+");

    private final MoodleSettings settings;
    private final MoodleFunctions functions;
    private final Gradebook gradebook;
    private final LmsUsers users;

    /** @param users finds Moodle's user ids */
    public MoodleGradebook(MoodleSettings settings, MoodleFunctions functions, LmsUsers users) {
        this.settings = settings;
        this.functions = functions;
        this.gradebook = new Gradebook(functions);
        this.users = users;
    }

    @Override
    public Attempt send(Delivery delivery) {
        try {
            Activity activity = activity(delivery);
            String user = user(delivery);
            if (!gradebook.isEnrolled(activity.course(), user)) {
                return new Attempt.Refused("the learner is not enrolled in course " + activity.course());
            }
            Grade before = gradebook.grade(activity, user);
            if (before.is(delivery)) {
                return new Attempt.Delivered();
            }
            Attempt written =
                    write(activity, user, delivery, before.wanted(delivery).toPlainString());
            return written instanceof Attempt.Delivered ? verified(activity, user, delivery) : written;
        } catch (Stopped stopped) {
            return stopped.attempt();
        }
    }

    @Override
    public Standing standing(Delivery delivery) {
        try {
            Grade stands = gradebook.grade(activity(delivery), user(delivery));
            return stands.is(delivery) ? new Standing.Stands() : new Standing.Differs();
        } catch (Stopped stopped) {
            return stopped.standing();
        }
    }

    private Attempt verified(Activity activity, String user, Delivery delivery) {
        try {
            return gradebook.grade(activity, user).is(delivery)
                    ? new Attempt.Delivered()
                    : new Attempt.Refused("Moodle took the grade, yet another one stands at activity "
                            + activity.module() + ": is it locked or overridden in the gradebook?");
        } catch (Stopped stopped) {
            return new Attempt.Unknown("written, but not read back: " + stopped.reason());
        }
    }

    private Attempt write(Activity activity, String user, Delivery delivery, String grade) {
        return settings.writing() == Writing.ASSIGNMENT
                ? functions.write("mod_assign_save_grade", assignment(activity, user, delivery, grade), Set.of("null"))
                : functions.write("core_grades_update_grades", grades(activity, user, grade), Set.of("0"));
    }

    private static Map<String, String> grades(Activity activity, String user, String grade) {
        return Map.of(
                "source",
                "laurel",
                "courseid",
                activity.course(),
                "component",
                "mod_" + activity.name(),
                "activityid",
                activity.module(),
                "itemnumber",
                "0",
                "grades[0][studentid]",
                user,
                "grades[0][grade]",
                grade);
    }

    private static Map<String, String> assignment(Activity activity, String user, Delivery delivery, String grade) {
        return Map.of(
                "assignmentid", activity.instance(),
                "userid", user,
                "grade", grade,
                "attemptnumber", "-1",
                "addattempt", "0",
                "workflowstate", "",
                "applytoall", "0",
                "plugindata[assignfeedbackcomments_editor][text]", html(delivery.remark()),
                "plugindata[assignfeedbackcomments_editor][format]", "1");
    }

    /** Format 1 is HTML; the remark is plain text. Here alone in Moodle an address can be followed. */
    private static String html(String plain) {
        String escaped = plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
        return ADDRESS.matcher(escaped).replaceAll("<a href=\"$0\">$0</a>");
    }

    private Activity activity(Delivery delivery) {
        String badge = delivery.award().badge();
        Place place = settings.placeOf(badge, delivery.course())
                .orElseThrow(() -> refused("target " + settings.name()
                        + " does not say which activity takes the grade of badge " + badge + in(delivery.course())));
        Activity activity = gradebook.activity(place.activity());
        if (!delivery.course().isEmpty() && !delivery.course().equals(activity.course())) {
            throw refused("activity " + place.activity() + " is in course " + activity.course()
                    + ", the grade of badge " + badge + " goes to course " + delivery.course());
        }
        if (settings.writing() == Writing.ASSIGNMENT && !activity.name().equals("assign")) {
            throw refused("activity " + place.activity() + " is not an assignment but a " + activity.name());
        }
        return activity;
    }

    private String user(Delivery delivery) {
        LmsUsers.Found found = users.find(delivery.person(), delivery.course());
        if (found instanceof LmsUsers.NotNow notNow) {
            throw new Stopped(new Attempt.Later(notNow.reason(), notNow.notBefore()));
        }
        if (found instanceof LmsUsers.User user && KnownUsers.isNumber(user.id())) {
            return user.id();
        }
        LmsUsers.Nobody nobody = found instanceof LmsUsers.Nobody nobodyFound
                ? nobodyFound
                : new LmsUsers.Nobody("an id that is no number");
        throw new Stopped(nobody.refused(settings.root().toString()));
    }

    private static String in(String course) {
        return course.isEmpty() ? "" : " in course " + course;
    }

    private static Stopped refused(String reason) {
        return new Stopped(new Attempt.Refused(reason));
    }
}
