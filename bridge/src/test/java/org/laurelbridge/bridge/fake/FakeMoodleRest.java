package org.laurelbridge.bridge.fake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laurelbridge.bridge.fake.FakeMoodle.Course;
import org.laurelbridge.bridge.fake.FakeMoodle.Grade;
import org.laurelbridge.bridge.fake.FakeMoodle.Item;
import org.laurelbridge.bridge.fake.FakeMoodle.User;
import org.laurelbridge.bridge.fake.FakeServer.Request;
import org.laurelbridge.bridge.fake.FakeServer.Response;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The web services of the double: always 200, and silent about what they did not do. */
final class FakeMoodleRest {

    private static final int INSTANCE_OFFSET = 5000;

    private volatile boolean hidden;
    private final FakeMoodle moodle;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, List<String>> services = new HashMap<>();
    private final Set<String> seeingAll = new HashSet<>();
    private final Set<String> reviewing = new HashSet<>();

    FakeMoodleRest(FakeMoodle moodle) {
        this.moodle = moodle;
    }

    void register(String token, List<String> functions) {
        services.put(token, functions);
    }

    void seeAllDetails(String token) {
        seeingAll.add(token);
    }

    void review(String token) {
        reviewing.add(token);
    }

    Response answer(Request request) {
        Map<String, String> form = request.form();
        if (!"json".equals(form.get("moodlewsrestformat"))) {
            return Response.of(200, "application/xml", "<RESPONSE/>");
        }
        List<String> functions = services.get(form.getOrDefault("wstoken", ""));
        if (functions == null) {
            return error("core\\exception\\moodle_exception", "invalidtoken");
        }
        String function = form.getOrDefault("wsfunction", "");
        if (!functions.contains(function)) {
            return error("webservice_access_exception", "accessexception");
        }
        return switch (function) {
            case "core_user_get_users_by_field" -> users(form);
            case "core_course_get_course_module" -> module(form);
            case "core_course_get_courses_by_field" -> courses();
            case "core_course_get_contents" -> contents(form);
            case "core_enrol_get_enrolled_users" -> enrolled(form);
            case "gradereport_user_get_grade_items" -> gradeItems(form);
            case "core_grades_update_grades" -> updateGrades(form);
            case "mod_assign_save_grade" -> saveGrade(form);
            default -> error("dml_missing_record_exception", "invalidrecord");
        };
    }

    /** What the token's user may not see is not found: user names and id numbers, unless it sees all details. */
    private Response users(Map<String, String> form) {
        String field = form.getOrDefault("field", "");
        String value = form.getOrDefault("values[0]", "");
        if (field.equals("username") && !value.matches("[-._@a-z0-9]+")) {
            return error("core\\exception\\invalid_parameter_exception", "invalidparameter");
        }
        boolean isSeen =
                field.equals("email") || field.equals("id") || seeingAll.contains(form.getOrDefault("wstoken", ""));
        ArrayNode found = JSON.createArrayNode();
        for (User user : moodle.users.values()) {
            if (isSeen && has(user, field).equalsIgnoreCase(value)) {
                found.addObject().put("id", user.id()).put("username", user.username());
            }
        }
        return good(found.toString());
    }

    private static String has(User user, String field) {
        return switch (field) {
            case "id" -> Long.toString(user.id());
            case "username" -> user.username();
            case "email" -> user.email();
            default -> user.idNumber();
        };
    }

    private Response module(Map<String, String> form) {
        Item item = moodle.items.get(Long.parseLong(form.getOrDefault("cmid", "0")));
        if (item == null || item.kind.isEmpty()) {
            return error("dml_missing_record_exception", "invalidcoursemodule");
        }
        ObjectNode answer = JSON.createObjectNode();
        answer.putObject("cm")
                .put("id", item.id)
                .put("course", item.course)
                .put("modname", item.kind)
                .put("idnumber", item.idNumber)
                .put("instance", item.id + INSTANCE_OFFSET);
        answer.putArray("warnings");
        return good(answer.toString());
    }

    private Response enrolled(Map<String, String> form) {
        Course course = moodle.courses.get(Long.parseLong(form.getOrDefault("courseid", "0")));
        if (course == null) {
            return error("core\\exception\\moodle_exception", "errorcoursecontextnotvalid");
        }
        Map<String, String> options = options(form);
        boolean onlyActive = options.getOrDefault("onlyactive", "0").equals("1");
        if (onlyActive && !reviewing.contains(form.getOrDefault("wstoken", ""))) {
            return error("required_capability_exception", "nopermissions");
        }
        List<String> fields = List.of(options.getOrDefault("userfields", "id").split(","));
        ArrayNode all = JSON.createArrayNode();
        course.roles().entrySet().stream()
                .filter(enrolled -> !onlyActive || !enrolled.getValue().equals("inactive"))
                .skip(Long.parseLong(options.getOrDefault("limitfrom", "0")))
                .limit(Long.parseLong(options.getOrDefault("limitnumber", "100000")))
                .forEach(enrolled -> add(all, fields, enrolled.getKey(), enrolled.getValue()));
        // declared without tags: what has some is no answer (external_api::clean_returnvalue)
        boolean isClean = !fields.contains("fullname")
                || all.valueStream()
                        .noneMatch(user -> user.path("fullname").asString("").contains("<"));
        return isClean
                ? good(all.toString())
                : error("core_external\\exception\\invalid_response_exception", "invalidresponse");
    }

    private void add(ArrayNode all, List<String> fields, long id, String role) {
        ObjectNode shown = all.addObject().put("id", id);
        User user = moodle.users.get(id);
        if (user == null) {
            return;
        }
        Map<String, String> told = Map.of(
                "username", user.username(),
                "fullname", moodle.nameOf(user),
                "email", user.email(),
                "idnumber", user.idNumber());
        told.forEach((field, value) -> {
            if (fields.contains(field)) {
                shown.put(field, value);
            }
        });
        if (fields.contains("roles")) {
            shown.putArray("roles").addObject().put("shortname", role.equals("teacher") ? "editingteacher" : "student");
        }
    }

    private static Map<String, String> options(Map<String, String> form) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; form.containsKey("options[" + i + "][name]"); i++) {
            options.put(form.get("options[" + i + "][name]"), form.getOrDefault("options[" + i + "][value]", ""));
        }
        return options;
    }

    /** A token that lost its right sees the front page alone. */
    void hideCourses() {
        hidden = true;
    }

    private Response courses() {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode courses = answer.putArray("courses");
        courses.addObject().put("id", 1).put("fullname", "The front page");
        if (!hidden) {
            moodle.courses
                    .keySet()
                    .forEach(id -> courses.addObject().put("id", id).put("fullname", moodle.titleOf(id)));
        }
        answer.putArray("warnings");
        return good(answer.toString());
    }

    /** A label has no page of its own. */
    private Response contents(Map<String, String> form) {
        long course = Long.parseLong(form.getOrDefault("courseid", "0"));
        if (!moodle.courses.containsKey(course)) {
            return error("dml_missing_record_exception", "invalidrecord");
        }
        ArrayNode sections = JSON.createArrayNode();
        sections.addObject()
                .put("name", "General")
                .putArray("modules")
                .addObject()
                .put("name", "Welcome")
                .put("modname", "label");
        ArrayNode modules = sections.addObject().put("name", "Topic 1").putArray("modules");
        moodle.items.values().stream()
                .filter(item -> item.course == course && !item.kind.isEmpty())
                .forEach(item -> modules.addObject()
                        .put("id", item.id)
                        .put("url", moodle.root() + "/mod/" + item.kind + "/view.php?id=" + item.id)
                        .put("name", item.label)
                        .put("modname", item.kind));
        return good(sections.toString());
    }

    private Response gradeItems(Map<String, String> form) {
        long id = Long.parseLong(form.getOrDefault("courseid", "0"));
        long user = Long.parseLong(form.getOrDefault("userid", "0"));
        Course course = moodle.courses.get(id);
        if (course == null || !course.roles().containsKey(user)) {
            return error("core\\exception\\moodle_exception", "notenrolled");
        }
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode items = answer.putArray("usergrades").addObject().putArray("gradeitems");
        moodle.items.values().stream()
                .filter(item -> item.course == id && !item.kind.isEmpty() && !item.hidden)
                .forEach(item -> items.add(gradeItem(item, user)));
        items.addObject()
                .put("id", 1)
                .putNull("itemname")
                .put("itemtype", "course")
                .putNull("cmid");
        return good(answer.toString());
    }

    private ObjectNode gradeItem(Item item, long user) {
        ObjectNode shown = JSON.createObjectNode();
        shown.put("id", item.id).put("itemtype", "mod").put("itemnumber", 0).put("cmid", item.id);
        shown.put("grademax", item.maximum);
        Grade grade = item.grades.get(user);
        if (grade == null) {
            shown.putNull("graderaw");
        } else {
            shown.put("graderaw", grade.value());
            shown.put("feedback", grade.comment());
        }
        return shown;
    }

    /** 0 also for users that nobody knows; rows are written for them all the same. */
    private Response updateGrades(Map<String, String> form) {
        Item item = moodle.items.get(Long.parseLong(form.getOrDefault("activityid", "0")));
        if (item == null) {
            return error("dml_missing_record_exception", "invalidcoursemodule");
        }
        if (!form.getOrDefault("component", "").equals("mod_" + item.kind)
                || !Long.toString(item.course).equals(form.get("courseid"))) {
            moodle.make(0, "orphan", item.maximum, "", "");
            return Response.html(200, "The instance of this module does not exist\n0");
        }
        if (form.containsKey("grades[0][str_feedback]")
                && form.get("grades[0][str_feedback]").contains("<")) {
            return error("invalid_parameter_exception", "invalidparameter");
        }
        String user = form.getOrDefault("grades[0][studentid]", "0");
        if (item.isLockedFor(Long.parseLong(user))) {
            return good(item.locked ? "4" : "1");
        }
        write(item, user, form.getOrDefault("grades[0][grade]", "0"), "");
        return good("0");
    }

    /** null whatever happens. */
    private Response saveGrade(Map<String, String> form) {
        long instance = Long.parseLong(form.getOrDefault("assignmentid", "0"));
        Item item = moodle.items.get(instance - INSTANCE_OFFSET);
        if (item == null || !item.kind.equals("assign")) {
            return error("dml_missing_record_exception", "invalidrecord");
        }
        boolean isKnown = moodle.users.containsKey(Long.parseLong(form.getOrDefault("userid", "0")));
        boolean fits = Double.parseDouble(form.getOrDefault("grade", "0")) <= item.maximum;
        if (isKnown && fits && !item.isLockedFor(Long.parseLong(form.getOrDefault("userid", "0")))) {
            write(
                    item,
                    form.getOrDefault("userid", "0"),
                    form.getOrDefault("grade", "0"),
                    form.getOrDefault("plugindata[assignfeedbackcomments_editor][text]", ""));
        }
        return good("null");
    }

    private void write(Item item, String user, String grade, String comment) {
        double value = Math.max(0, Math.min(item.maximum, Double.parseDouble(grade)));
        moodle.change(item, Long.parseLong(user), new Grade(value, comment, moodle.now()));
    }

    static Response error(String exception, String code) {
        ObjectNode error = JSON.createObjectNode();
        error.put("exception", exception).put("errorcode", code).put("message", "Something about Ada Lovelace");
        return good(error.toString());
    }

    private static Response good(String body) {
        return Response.of(200, "application/json", body);
    }
}
