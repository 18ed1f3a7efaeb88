package org.laurelbridge.bridge.lti;

import java.util.Set;

/** What the roles of a launch mean here (LTI 1.3, appendix A.2.3). What somebody is in the institution or the system counts for nothing. */
public final class Roles {
    private static final String MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership";

    private Roles() {}

    /** Whether somebody teaches the course: an instructor, or one of the kinds of it. */
    public static boolean teach(Set<String> roles) {
        return has(roles, "Instructor");
    }

    /** Whether somebody learns in the course. */
    public static boolean learn(Set<String> roles) {
        return has(roles, "Learner");
    }

    private static boolean has(Set<String> roles, String role) {
        return roles.contains(MEMBERSHIP + "#" + role)
                || roles.contains(role)
                || roles.stream().anyMatch(each -> each.startsWith(MEMBERSHIP + "/" + role + "#"));
    }
}
