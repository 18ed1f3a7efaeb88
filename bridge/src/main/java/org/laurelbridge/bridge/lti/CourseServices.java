package org.laurelbridge.bridge.lti;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.laurelbridge.bridge.record.ToldText;

/** Where the services of courses are: what platforms told at launches. Nobody can guess it, and no launch is needed to use it. */
public interface CourseServices {

    /**
     * What a platform told of a course.
     *
     * @param course the platform's id of the context
     * @param deployment of the tool that was launched from it
     * @param lineItems where the course's gradebook has its columns (Assignment and Grade Services 2.0 §3.1)
     * @param memberships where its members are listed (Names and Roles Provisioning Services 2.0 §3.6.1.1)
     * @param scopes that the platform grants for its columns
     * @param seen when it told so last
     */
    record CourseService(
            UUID platform,
            String course,
            String deployment,
            Optional<String> title,
            Optional<URI> lineItems,
            Optional<URI> memberships,
            Set<String> scopes,
            Instant seen) {
        public CourseService {
            title = title.flatMap(told -> ToldText.line(told, ToldText.LONGEST));
            scopes = Set.copyOf(scopes);
        }
    }

    /** Keeps what was told; an address that was told before and is not told now stays, since not every launch tells all. */
    void see(CourseService told);

    /** What is known of a course. */
    Optional<CourseService> find(UUID platform, String course);

    /** The courses of a platform, by their ids. */
    List<CourseService> list(UUID platform);

    /** The courses of all platforms that told where their members are listed, those first that are known longest. */
    List<CourseService> listWithMembers();
}
