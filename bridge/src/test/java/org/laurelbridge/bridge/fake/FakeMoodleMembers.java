package org.laurelbridge.bridge.fake;

import java.util.List;
import java.util.Map;
import org.laurelbridge.bridge.fake.FakeMoodle.Course;
import org.laurelbridge.bridge.fake.FakeMoodle.User;
import org.laurelbridge.bridge.fake.FakeServer.Request;
import org.laurelbridge.bridge.fake.FakeServer.Response;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Names and roles of the double: one media type, pages by limit and from, and a Link to the next one. */
final class FakeMoodleMembers {
    private static final String MEMBERS = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

    private final FakeMoodle moodle;
    private final JsonMapper json = JsonMapper.builder().build();

    FakeMoodleMembers(FakeMoodle moodle) {
        this.moodle = moodle;
    }

    Response answer(Request request, long id) {
        Course course = moodle.courses.get(id);
        if (course == null) {
            return Response.html(404, "");
        }
        if (!request.header("accept").equals(MEMBERS)) {
            return Response.html(400, "");
        }
        List<Map.Entry<Long, String>> all = course.roles().entrySet().stream()
                .filter(enrolled -> moodle.users.containsKey(enrolled.getKey()))
                .toList();
        int from = Integer.parseInt(request.query().getOrDefault("from", "0"));
        int limit = Integer.parseInt(request.query().getOrDefault("limit", "0"));
        int end = limit == 0 ? all.size() : Math.min(all.size(), from + Math.min(limit, moodle.pageOfMembers));
        ObjectNode answer = json.createObjectNode();
        ArrayNode members = answer.putArray("members");
        all.subList(from, end).forEach(enrolled -> add(members, enrolled.getKey(), enrolled.getValue()));
        Response response = Response.of(200, MEMBERS, answer.toString());
        String next = "<" + moodle.root() + request.path() + "?limit=" + limit + "&from=" + end + ">; rel=\"next\"";
        return end < all.size() ? response.with("Link", next) : response;
    }

    private void add(ArrayNode members, long id, String role) {
        User user = moodle.users.get(id);
        ObjectNode member = members.addObject();
        // Moodle lists only who is active; other platforms tell the others, too
        member.put("status", role.equals("inactive") ? "Inactive" : "Active");
        member.putArray("roles").add(role.equals("teacher") ? "Instructor" : "Learner");
        member.put("user_id", Long.toString(id));
        member.put("name", moodle.nameOf(user));
        member.put("ext_user_username", user.username());
        member.put("lis_person_sourcedid", user.idNumber());
        member.put("email", user.email());
    }
}
