package org.laurelbridge.mapping;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Context;
import tools.jackson.databind.JsonNode;

/**
 * What cmi5 puts into a statement's context (cmi5 9.6).
 *
 * @param own whether it has cmi5's category: cmi5's own rules speak of such statements alone (9.6.2.1)
 * @param session the session id; null when it has none
 * @param practice whether it tells of a launch in mode Browse or Review, in which nothing counts (10.2.2). The LMS says so in its
 *     "launched" alone: whatever the AU sends is known by the session
 */
public record Cmi5(boolean own, @Nullable String session, boolean practice) {
    static final String CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
    private static final String EXTENSIONS = "https://w3id.org/xapi/cmi5/context/extensions/";
    private static final Set<String> PRACTICE = Set.of("Browse", "Review");

    /** Null when there is nothing of cmi5 in it. */
    static @Nullable Cmi5 of(@Nullable Context context) {
        if (context == null) {
            return null;
        }
        boolean own = Verbs.hasCategory(context, CATEGORY);
        String session = extension(context, "sessionid");
        String mode = extension(context, "launchmode");
        boolean practice = mode != null && PRACTICE.contains(mode);
        return own || session != null || practice ? new Cmi5(own, session, practice) : null;
    }

    private static @Nullable String extension(Context context, String name) {
        JsonNode value = context.extensions().get(EXTENSIONS + name);
        return value != null && value.isString() ? value.stringValue() : null;
    }
}
