package org.laurelbridge.bridge.deliver.moodle;

import java.util.List;
import java.util.Map;
import org.laurelbridge.bridge.deliver.wire.Json;
import org.laurelbridge.bridge.deliver.wire.Stopped;
import tools.jackson.databind.JsonNode;

/** Reads what stands in a Moodle's courses, by web services. */
public final class CourseModules {
    private static final String CONTENTS = "core_course_get_contents";

    private final MoodleFunctions functions;

    public CourseModules(MoodleFunctions functions) {
        this.functions = functions;
    }

    /**
     * An activity or a resource of a course.
     *
     * @param address of its page, which statements name it by
     * @param sort as {@code quiz}
     */
    public record Module(String address, String title, String sort) {}

    /** What came of asking. */
    public sealed interface Answer {
        /** All that have a page of their own. */
        record Listed(List<Module> modules) implements Answer {
            public Listed {
                modules = List.copyOf(modules);
            }
        }

        /**
         * Nobody knows.
         *
         * @param why in words, without personal data
         */
        record Unread(String why) implements Answer {}
    }

    /** What stands in a course, section by section. */
    public Answer read(String course) {
        try {
            JsonNode sections = functions.read(CONTENTS, Map.of("courseid", course));
            if (!sections.isArray()) {
                return new Answer.Unread(CONTENTS + ": the answer is no list");
            }
            return new Answer.Listed(sections.valueStream()
                    .flatMap(section -> section.path("modules").valueStream())
                    .map(module -> new Module(
                            Json.text(module.path("url")),
                            Json.text(module.path("name")),
                            Json.text(module.path("modname"))))
                    .filter(module -> !module.address().isEmpty())
                    .toList());
        } catch (Stopped stopped) {
            return new Answer.Unread(stopped.reason());
        }
    }
}
