package org.laurelbridge.bridge.lti.grade;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.laurelbridge.bridge.deliver.ags.AgsSettings;
import org.laurelbridge.bridge.deliver.ags.CoursePlaces;
import org.laurelbridge.bridge.lti.CourseServices;
import org.laurelbridge.bridge.lti.CourseServices.CourseService;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.lti.ServiceAddress;

/** Courses of a registered platform, where launches told that they are. Of a Moodle it is known without a launch. */
public final class ToldCourses implements CoursePlaces {
    private final LtiPlatform platform;
    private final AgsSettings settings;
    private final CourseServices courses;

    /** @param settings with the patterns of a Moodle, which count for one alone */
    public ToldCourses(LtiPlatform platform, AgsSettings settings, CourseServices courses) {
        this.platform = platform;
        this.settings = settings;
        this.courses = courses;
    }

    @Override
    public boolean needsCourse() {
        return true;
    }

    @Override
    public Optional<URI> lineItemsOf(String course) {
        return told(course, CourseService::lineItems).or(() -> usual(course, settings::lineItemsOf));
    }

    @Override
    public Optional<URI> membershipsOf(String course) {
        return told(course, CourseService::memberships).or(() -> usual(course, settings::membershipsOf));
    }

    private Optional<URI> told(String course, Function<CourseService, Optional<URI>> address) {
        return courses.find(platform.id(), course).flatMap(address);
    }

    private Optional<URI> usual(String course, Function<String, Optional<URI>> pattern) {
        return settings.habits() == AgsSettings.Habits.MOODLE ? pattern.apply(course) : Optional.empty();
    }

    /** On the platform's own servers, or on that of an address which the platform told of this course. */
    @Override
    public boolean isOurs(String course, URI address) {
        Stream<URI> told = courses.find(platform.id(), course).stream()
                .flatMap(one -> Stream.of(one.lineItems(), one.memberships()))
                .flatMap(Optional::stream);
        return ServiceAddress.of(platform, address).isPresent()
                && (ServiceAddress.isOwn(platform, address)
                        || told.anyMatch(one -> ServiceAddress.isSameOrigin(one, address)));
    }

    @Override
    public String unknown(String course) {
        return "it is not known where the gradebook of course \"" + course + "\" at " + platform.name()
                + " is: somebody has to open Laurel from the course once";
    }
}
