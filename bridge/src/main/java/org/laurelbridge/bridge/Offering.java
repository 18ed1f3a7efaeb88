package org.laurelbridge.bridge;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.deliver.moodle.CourseModules;
import org.laurelbridge.bridge.deliver.moodle.MoodleFunctions;
import org.laurelbridge.bridge.deliver.wire.Wire;
import org.laurelbridge.bridge.map.FoundActivities;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.SentActivities;
import org.laurelbridge.bridge.record.Courses;
import org.laurelbridge.bridge.roster.CourseContents;
import org.laurelbridge.bridge.store.CourseStore;
import org.laurelbridge.bridge.store.FoundActivityStore;

/** What whoever builds a rule can choose from besides what the mapping knows, wired. */
record Offering(SentActivities sent, CourseContents contents) {
    private static final Duration IDLE = Duration.ofSeconds(5);

    static Offering of(LaurelConfig config, Stores stores, RuleBook rules, InstantSource clock) {
        FoundActivities found = new FoundActivityStore(stores.database());
        Courses courses = new CourseStore(stores.database());
        return new Offering(
                new SentActivities(stores.statements(), found, rules, stores.people(), courses, clock),
                new CourseContents(moodles(config), courses, found, stores.leases(), clock));
    }

    void start(Workers workers) {
        workers.start(Workers.ROSTERS + "-sent", sent::readDue, IDLE);
        workers.start(Workers.ROSTERS + "-contents", contents::readDue, IDLE);
    }

    /** A Moodle that tells its rosters, then those that take grades by web services. */
    private static Map<String, CourseModules> moodles(LaurelConfig config) {
        Wire wire = new Wire();
        Map<String, CourseModules> moodles = new LinkedHashMap<>();
        config.rosters().forEach(roster -> add(moodles, roster.root(), roster.token(), wire));
        config.targets().forEach(target -> {
            LaurelConfig.Moodle moodle = target.moodle();
            if (moodle != null) {
                add(moodles, moodle.root(), moodle.token(), wire);
            }
        });
        return moodles;
    }

    private static void add(Map<String, CourseModules> moodles, URI root, String token, Wire wire) {
        moodles.putIfAbsent(
                root.toString().replaceFirst("/+$", ""), new CourseModules(new MoodleFunctions(root, token, wire)));
    }
}
