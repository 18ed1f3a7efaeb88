package org.laurelbridge.bridge.deliver.moodle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.laurelbridge.bridge.deliver.moodle.CourseModules.Answer.Listed;
import org.laurelbridge.bridge.deliver.moodle.CourseModules.Answer.Unread;
import org.laurelbridge.bridge.deliver.moodle.CourseModules.Module;
import org.laurelbridge.bridge.deliver.wire.Json;
import org.laurelbridge.bridge.deliver.wire.Stopped;

/** Reads the idnumbers of a course's activities, by which a copy of the course has the same ones. Moodle tells them one by one. */
public final class IdNumbers {
    private static final String MODULE = "core_course_get_course_module";
    private static final Pattern CMID = Pattern.compile("[?&]id=([0-9]{1,18})$");
    private static final int MOST = 500;

    private final CourseModules modules;
    private final MoodleFunctions functions;

    public IdNumbers(MoodleFunctions functions) {
        this.modules = new CourseModules(functions);
        this.functions = functions;
    }

    /** What came of asking. */
    public sealed interface Answer {
        /** The activities that have one, by their idnumbers; of two with the same neither. */
        record Told(Map<String, Module> byIdNumber) implements Answer {}

        /**
         * Nobody knows.
         *
         * @param why in words, without personal data
         */
        record Untold(String why) implements Answer {}
    }

    /**
     * Asks about a course.
     *
     * @param done told after each activity how many per cent there are so far
     */
    public Answer of(String course, IntConsumer done) {
        CourseModules.Answer answer = modules.read(course);
        if (answer instanceof Listed listed) {
            try {
                return new Answer.Told(told(listed.modules(), done));
            } catch (Stopped stopped) {
                return new Answer.Untold(stopped.reason());
            }
        }
        return new Answer.Untold(((Unread) answer).why());
    }

    private Map<String, Module> told(List<Module> all, IntConsumer done) {
        Map<String, Module> byIdNumber = new LinkedHashMap<>();
        List<String> twice = new ArrayList<>();
        int asked = 0;
        for (Module module : all.subList(0, Math.min(MOST, all.size()))) {
            Matcher cmid = CMID.matcher(module.address());
            String idNumber = cmid.find()
                    ? Json.text(functions
                            .read(MODULE, Map.of("cmid", cmid.group(1)))
                            .path("cm")
                            .path("idnumber"))
                    : "";
            if (!idNumber.isBlank() && byIdNumber.put(idNumber, module) != null) {
                twice.add(idNumber);
            }
            asked++;
            done.accept(100 * asked / all.size());
        }
        twice.forEach(byIdNumber::remove);
        return byIdNumber;
    }
}
