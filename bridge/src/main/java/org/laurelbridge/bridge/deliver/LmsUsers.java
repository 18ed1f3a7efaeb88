package org.laurelbridge.bridge.deliver;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.laurelbridge.bridge.record.Person;

/** Whom an LMS knows a person as. Blocks when it asks the LMS. */
public interface LmsUsers {

    /** The LMS's own id of the person, for one who is or should be in that course. */
    Found find(Person person, String course);

    /** Asks several in turn: the first that knows the person, or cannot be asked now, answers. */
    static LmsUsers inTurn(List<LmsUsers> all) {
        List<LmsUsers> ways = List.copyOf(all);
        return (person, course) -> {
            Found found = new Nobody("nothing to look by");
            for (int i = 0; i < ways.size() && found instanceof Nobody; i++) {
                Found next = ways.get(i).find(person, course);
                found = next instanceof Nobody nobody && i > 0 ? ((Nobody) found).and(nobody) : next;
            }
            return found;
        };
    }

    /** Whether two spellings name one home page: a slash at the end and the case of the host say nothing. */
    static boolean isSameHome(String scope, URI root) {
        return home(scope).equals(home(root.toString()));
    }

    private static String home(String address) {
        String bare = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        int scheme = bare.indexOf("://");
        int path = scheme < 0 ? -1 : bare.indexOf('/', scheme + 3);
        int end = path < 0 ? bare.length() : path;
        return bare.substring(0, end).toLowerCase(Locale.ROOT) + bare.substring(end);
    }

    /** What was found. */
    sealed interface Found {}

    /** The one user. */
    record User(String id) implements Found {}

    /**
     * No user, or more than one.
     *
     * @param lookedBy by what, in words, without the person's own values
     */
    record Nobody(String lookedBy) implements Found {
        Nobody and(Nobody other) {
            return new Nobody(lookedBy + "; " + other.lookedBy);
        }

        /** As a reason for an administrator. */
        public Attempt refused(String lms) {
            return new Attempt.Refused("no user of " + lms + " is this learner: looked by " + lookedBy);
        }
    }

    /** The LMS could not be asked. */
    record NotNow(String reason, Duration notBefore) implements Found {}
}
