package org.laurelbridge.mapping;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Context;
import tools.jackson.databind.JsonNode;

/**
 * What cmi5 puts into a statement's context (cmi5 9.6) and into the type of its object (9.4).
 *
 * @param own whether it has cmi5's category: cmi5's own rules speak of such statements alone (9.6.2.1)
 * @param session the session id; null when it has none
 * @param practice whether it tells of a launch in mode Browse or Review, in which nothing counts (10.2.2). The LMS says so in its
 *     "launched" alone: whatever the AU sends is known by the session
 * @param level course or block, by the type of the object; null when it has neither type, or is not cmi5's own
 */
public record Cmi5(
        boolean own,
        @Nullable String session,
        boolean practice,
        @Nullable Level level) {
    static final String CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
    private static final String EXTENSIONS = "https://w3id.org/xapi/cmi5/context/extensions/";
    private static final String TYPES = "https://w3id.org/xapi/cmi5/activitytype/";
    private static final Set<String> PRACTICE = Set.of("Browse", "Review");

    /** What a statement is about. */
    public enum Level {
        COURSE("course"),
        BLOCK("block"),
        /** An assignable unit. */
        AU("au");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        /** As rules name it. */
        public String word() {
            return word;
        }
    }

    /** Of an object that is neither said to be a course nor a block. */
    public Cmi5(boolean own, @Nullable String session, boolean practice) {
        this(own, session, practice, null);
    }

    /**
     * Null when there is nothing of cmi5 in it.
     *
     * @param types of the object
     */
    static @Nullable Cmi5 of(@Nullable Context context, Collection<String> types) {
        if (context == null) {
            return null;
        }
        boolean own = Verbs.hasCategory(context, CATEGORY);
        String session = extension(context, "sessionid");
        String mode = extension(context, "launchmode");
        boolean practice = mode != null && PRACTICE.contains(mode);
        return own || session != null || practice ? new Cmi5(own, session, practice, own ? level(types) : null) : null;
    }

    /**
     * Whether a fact of this kind can be about something of a level. What is not cmi5's own can be about anything. Without a type
     * "satisfied" is about a block or a course, which of them is not said, and all else about a unit (9.4).
     */
    public boolean canBeAbout(Level asked, Kind kind) {
        if (!own) {
            return true;
        }
        return level == null ? kind.equals(Kind.SATISFIED) != (asked == Level.AU) : level == asked;
    }

    private static @Nullable Level level(Collection<String> types) {
        if (types.contains(TYPES + Level.COURSE.word())) {
            return Level.COURSE;
        }
        return types.contains(TYPES + Level.BLOCK.word()) ? Level.BLOCK : null;
    }

    private static @Nullable String extension(Context context, String name) {
        JsonNode value = context.extensions().get(EXTENSIONS + name);
        return value != null && value.isString() ? value.stringValue() : null;
    }
}
