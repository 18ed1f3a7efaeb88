package org.laurelbridge.webapp.admin;

import org.laurelbridge.mapping.Identifier;

/** Says what somebody is known by. */
final class Known {
    private Known() {}

    /** As {@code email ada@example.org} or {@code account 42 at https://lms.example}. */
    static String as(Identifier identifier) {
        String at = identifier.scope().isEmpty() ? "" : " at " + identifier.scope();
        return identifier.kind() + " " + identifier.value() + at;
    }
}
