package org.laurelbridge.bridge.lti;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.record.ToldText;

/** Who teaches where: what platforms said when somebody came in. */
public interface CourseRoles {

    /**
     * Somebody's part in a course.
     *
     * @param course the platform's id of the context
     * @param teaches as an instructor; otherwise as anybody else
     */
    record CourseRole(UUID account, UUID platform, String course, Optional<String> title, boolean teaches) {
        public CourseRole {
            title = title.flatMap(told -> ToldText.line(told, ToldText.LONGEST));
        }
    }

    /** Keeps what was said last. */
    void see(CourseRole role, Instant now);

    /** All courses that an account came in from, by title. */
    List<CourseRole> list(UUID account);
}
