package org.laurelbridge.bridge.audit;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was changed. No secrets, and no personal data where an id is enough.
 *
 * @param action group and what was done, with a dot between them: {@code account.disabled}; up to 60 characters
 * @param subject kind and id, with a slash between them: {@code account/0b1c…}; up to 300 characters, what is longer is cut
 * @param person whom it is about; null for nobody
 * @param before how it was, value by name; only what changed
 * @param after how it is
 */
public record Change(
        String action, String subject, @Nullable UUID person, Map<String, String> before, Map<String, String> after) {
    private static final int LONGEST = 300;

    public Change {
        subject = subject.length() <= LONGEST ? subject : subject.substring(0, LONGEST);
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    /**
     * Something done to a thing; what it was and is may be told by the methods below.
     *
     * @param kind of the thing, as {@code award}
     */
    public static Change of(String action, String kind, Object id) {
        return new Change(action, kind + "/" + id, null, Map.of(), Map.of());
    }

    /** Whom it is about. */
    public Change about(@Nullable UUID whom) {
        return new Change(action, subject, whom, before, after);
    }

    /** One value as it was. */
    public Change from(String name, @Nullable Object value) {
        return new Change(action, subject, person, with(before, name, value), after);
    }

    /** One value as it is. */
    public Change to(String name, @Nullable Object value) {
        return new Change(action, subject, person, before, with(after, name, value));
    }

    private static Map<String, String> with(Map<String, String> values, String name, @Nullable Object value) {
        Map<String, String> more = new TreeMap<>(values);
        if (value != null) {
            more.put(name, value.toString());
        }
        return more;
    }
}
