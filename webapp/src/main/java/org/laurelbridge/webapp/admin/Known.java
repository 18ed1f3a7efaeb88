package org.laurelbridge.webapp.admin;

import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.webapp.words.Saying;

/** Says what somebody is known by. */
final class Known {
    private static final int TELLING = 8;

    private Known() {}

    /** As {@code ada@example.org} or {@code 42 at lms.example}; of a hash as much as tells it from others. */
    static Saying as(Identifier identifier) {
        String value = identifier.value();
        return switch (identifier.kind()) {
            case "email" -> Saying.of("admin.known.plain", value);
            case "mbox_sha1sum" -> Saying.of("admin.known.hash", value.substring(0, Math.min(TELLING, value.length())));
            default ->
                identifier.scope().isEmpty()
                        ? Saying.of("admin.known.plain", identifier.kind() + " " + value)
                        : Saying.of("admin.known.at", value, place(identifier.scope()));
        };
    }

    /** As {@code lms.example}, of {@code https://lms.example/}. */
    private static String place(String scope) {
        return scope.replaceFirst("^https?://", "").replaceFirst("/$", "");
    }
}
