package org.laurelbridge.bridge.deliver.ags;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.deliver.Attempt;
import org.laurelbridge.bridge.deliver.CourseMembers;
import org.laurelbridge.bridge.deliver.wire.Json;
import org.laurelbridge.bridge.deliver.wire.Reply;
import org.laurelbridge.bridge.deliver.wire.Stopped;
import tools.jackson.databind.JsonNode;

/** Reads who is in a course (Names and Roles Provisioning Services 2.0), page by page. A list that is cut counts as not read. */
public final class Memberships {

    private static final String MEDIA_TYPE = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
    private static final String WHAT = "roster";
    private static final int PAGE = 500;

    private final Services services;

    public Memberships(Platform platform) {
        this.services = platform.services();
    }

    /**
     * Reads who is in a course.
     *
     * @param address where the platform lists its members
     */
    public CourseMembers read(URI address) {
        try {
            return new CourseMembers.Listed(list(address));
        } catch (Stopped stopped) {
            Duration notBefore = stopped.attempt() instanceof Attempt.Later later ? later.notBefore() : Duration.ZERO;
            return new CourseMembers.Unread(stopped.reason(), notBefore);
        }
    }

    /**
     * The active members.
     *
     * @throws Stopped when they cannot all be read
     */
    List<CourseMembers.User> list(URI address) {
        List<CourseMembers.User> members = new ArrayList<>();
        Set<URI> read = new HashSet<>();
        Optional<URI> page = Optional.of(Address.with(address, "limit", PAGE));
        while (page.isPresent()) {
            if (!read.add(page.get()) || read.size() > CourseMembers.MOST_PAGES) {
                throw stopped("its pages have no end");
            }
            Reply reply = services.get(page.get(), MEDIA_TYPE, Services.MEMBERS);
            add(Json.read(WHAT, reply.read(WHAT)).path("members"), members);
            page = next(reply, page.get());
        }
        return members;
    }

    private static void add(JsonNode listed, List<CourseMembers.User> members) {
        if (!listed.isArray()) {
            throw stopped("the answer has no members in it");
        }
        for (JsonNode member : listed) {
            String status = Json.text(member.path("status"));
            // §2.2: who has no status is active
            if (status.isEmpty() || status.equalsIgnoreCase("Active")) {
                members.add(user(member));
            }
        }
        if (members.size() > CourseMembers.MOST_MEMBERS) {
            throw stopped("more than " + CourseMembers.MOST_MEMBERS + " members");
        }
    }

    private static CourseMembers.User user(JsonNode member) {
        return new CourseMembers.User(
                Json.text(member.path("user_id")),
                Json.text(member.path("name")),
                Json.text(member.path("email")),
                Json.text(member.path("ext_user_username")),
                Json.text(member.path("lis_person_sourcedid")),
                member.path("roles").valueStream().map(Json::text).collect(Collectors.toSet()));
    }

    /** A token goes nowhere but to where the first page was. */
    private static Optional<URI> next(Reply reply, URI page) {
        String next = reply instanceof Reply.Answered answered ? answered.nextPage() : "";
        if (next.isEmpty()) {
            return Optional.empty();
        }
        URI address = AgsSettings.parsed(next).orElseThrow(() -> stopped("the address of the next page is none"));
        boolean isThere = Objects.equals(address.getScheme(), page.getScheme())
                && address.getPort() == page.getPort()
                && address.getHost().equalsIgnoreCase(page.getHost());
        if (!isThere) {
            throw stopped("the next page is at another host");
        }
        return Optional.of(address);
    }

    private static Stopped stopped(String why) {
        return new Stopped(new Attempt.Later(WHAT + ": " + why, Duration.ZERO));
    }
}
