package org.laurelbridge.bridge.deliver;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What came of asking an LMS who is in a course. */
public sealed interface CourseMembers {

    /** Pages of one list, however long it is. */
    int MOST_PAGES = 400;

    /** Members of one course. */
    int MOST_MEMBERS = 100_000;

    /** All who are in it now; those who are suspended or gone are not among them. */
    record Listed(List<User> users) implements CourseMembers {
        public Listed {
            users = List.copyOf(users);
        }
    }

    /**
     * Nobody knows who is in it.
     *
     * @param why in words, without personal data
     * @param notBefore how long the LMS wants to be left alone; zero when it did not say
     */
    record Unread(String why, Duration notBefore) implements CourseMembers {}

    /**
     * A user of an LMS as it lists them; what it does not tell is empty.
     *
     * @param id by which statements and launches name them
     * @param roles in the LMS's own words
     */
    record User(String id, String name, String email, String username, String idNumber, Set<String> roles) {
        public User {
            roles = Set.copyOf(roles);
        }
    }
}
