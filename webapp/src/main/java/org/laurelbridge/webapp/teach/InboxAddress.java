package org.laurelbridge.webapp.teach;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.ReturnPath;

/** Where an instructor's inbox is, whole or of one learner's work. */
final class InboxAddress {
    /** Of all that waits. */
    static final String ALL = "/teach/inbox";

    private static final String PERSON = "person";
    private static final String BADGE = "badge";

    private InboxAddress() {}

    /** That of one learner's work for one badge. */
    static String of(PersonId person, String badge) {
        return ALL + "?" + PERSON + "=" + person + "&" + BADGE + "=" + ReturnPath.encoded(badge);
    }

    /**
     * Whose work is asked for.
     *
     * @param person null for everybody's
     * @param badge the id of the one that it is for; null for any
     */
    record Asked(@Nullable PersonId person, @Nullable String badge) {

        /** @throws RequestFailure 404 when nobody has such an id */
        static Asked of(HttpServletRequest request) {
            return new Asked(person(request.getParameter(PERSON)), request.getParameter(BADGE));
        }

        private static @Nullable PersonId person(@Nullable String id) {
            try {
                return id == null ? null : new PersonId(UUID.fromString(id));
            } catch (IllegalArgumentException noId) {
                throw new RequestFailure(Reason.NOT_FOUND);
            }
        }

        boolean isAll() {
            return person == null && badge == null;
        }

        boolean has(String id) {
            return badge == null || badge.equals(id);
        }
    }
}
