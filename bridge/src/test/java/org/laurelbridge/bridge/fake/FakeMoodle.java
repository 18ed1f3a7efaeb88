package org.laurelbridge.bridge.fake;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.fake.FakeServer.Ending;
import org.laurelbridge.bridge.fake.FakeServer.Request;
import org.laurelbridge.bridge.fake.FakeServer.Response;

/**
 * A Moodle as it was measured: LTI 1.3 services and web services, with its exact media types, zero leeway, broken status lines,
 * answers of 200 with an error inside, and writes that say nothing when they do not write.
 */
public final class FakeMoodle implements AutoCloseable {

    private static final Duration SLOW = Duration.ofSeconds(20);

    private final FakeServer server;
    private final FakeMoodleLti lti;
    private final FakeMoodleRest rest;
    private final InstantSource clock;
    private final ConcurrentLinkedQueue<Trouble> troubles = new ConcurrentLinkedQueue<>();

    final Map<Long, User> users = new TreeMap<>();
    private final Map<Long, String> names = new HashMap<>();
    private final Map<Long, String> titles = new HashMap<>();
    final Map<Long, Course> courses = new TreeMap<>();
    final Map<Long, Item> items = new TreeMap<>();
    private final List<GradeEvent> events = new ArrayList<>();
    volatile int pageOfMembers = Integer.MAX_VALUE;
    private long lastItem = 100;
    private int requests;
    private volatile URI root;

    /** A Moodle with a clock of its own: tokens are checked against it. */
    public FakeMoodle(InstantSource clock) {
        this.clock = clock;
        this.lti = new FakeMoodleLti(this);
        this.rest = new FakeMoodleRest(this);
        this.server = new FakeServer(this::handle);
        this.root = server.address();
    }

    public URI root() {
        return root;
    }

    /** Its wwwroot, where it does not stand at its own address: behind a proxy. */
    public FakeMoodle knownAs(URI wwwroot) {
        root = wwwroot;
        return this;
    }

    /** A site-level tool; its keys are fetched anew for each token, as Moodle does when a signature does not fit. */
    public FakeMoodle tool(String clientId, long typeId, Supplier<@Nullable String> jwks) {
        lti.register(clientId, typeId, jwks);
        return this;
    }

    /** No token sees a course any more. */
    public FakeMoodle hideCourses() {
        rest.hideCourses();
        return this;
    }

    /** A web service token for these functions. */
    public FakeMoodle service(String token, String... functions) {
        rest.register(token, List.of(functions));
        return this;
    }

    /** The token's user may see all details of users; without that, nobody is found by user name or id number. */
    public FakeMoodle allDetails(String token) {
        rest.seeAllDetails(token);
        return this;
    }

    /** The token's user may see who is enrolled how; without that, nobody is told who is active. */
    public FakeMoodle review(String token) {
        rest.review(token);
        return this;
    }

    public synchronized FakeMoodle user(long id, String username, String email, String idNumber) {
        users.put(id, new User(id, username, email, idNumber));
        return this;
    }

    /** What a user is called; without this, by the user name. */
    public synchronized FakeMoodle named(long user, String name) {
        names.put(user, name);
        return this;
    }

    /** What a course is called; without this, by its number. */
    public synchronized FakeMoodle titled(long course, String title) {
        titles.put(course, title);
        return this;
    }

    public synchronized FakeMoodle course(long id) {
        courses.put(id, new Course(id, new TreeMap<>()));
        return this;
    }

    /** @param role student or teacher: a teacher has no grades; inactive for one who is suspended */
    public synchronized FakeMoodle enrol(long course, long user, String role) {
        courseOf(course).roles().put(user, role);
        return this;
    }

    /** Who has this role in a course. */
    public synchronized List<Long> enrolled(long course, String role) {
        return courseOf(course).roles().entrySet().stream()
                .filter(enrolled -> enrolled.getValue().equals(role))
                .map(Map.Entry::getKey)
                .toList();
    }

    public synchronized FakeMoodle leave(long course, long user) {
        courseOf(course).roles().remove(user);
        return this;
    }

    /** Lists of members have at most so many on a page, whatever is asked for. */
    public FakeMoodle pagesOfMembers(int most) {
        pageOfMembers = most;
        return this;
    }

    /** An activity with a grade item; returns its course module id. */
    public synchronized FakeMoodle activity(long course, long module, String kind, double maximum) {
        Item item = new Item(module, course, "activity " + module, maximum, "", "");
        item.kind = kind;
        items.put(module, item);
        return this;
    }

    /** An activity has an idnumber. */
    public FakeMoodle idNumber(long activity, String text) {
        Objects.requireNonNull(items.get(activity)).idNumber = text;
        return this;
    }

    /** What the next request does whose path or web service function holds this. */
    public FakeMoodle trouble(String part, Fault fault) {
        return trouble(part, fault, () -> {});
    }

    /** @param meanwhile what else happens: after the work, where it is done, and before the answer */
    public FakeMoodle trouble(String part, Fault fault, Runnable meanwhile) {
        troubles.add(new Trouble(part, fault, meanwhile));
        return this;
    }

    /** No access token is accepted any more. */
    public void expireTokens() {
        lti.expireTokens();
    }

    /** An instructor changes a grade by hand. */
    public synchronized void override(long item, long user, double grade, Instant at) {
        Grade stands = itemOf(item).grades.get(user);
        itemOf(item).grades.put(user, new Grade(grade, stands == null ? "" : stands.comment(), at));
    }

    /** A column or an activity's grades are locked. */
    public synchronized void lock(long item) {
        itemOf(item).locked = true;
    }

    /** The activity's column is hidden from whoever may not see hidden grades; the activity itself is not. */
    public synchronized void hide(long item) {
        itemOf(item).hidden = true;
    }

    /** One user's grade is locked. */
    public synchronized void lock(long item, long user) {
        itemOf(item).lockedFor.add(user);
    }

    /** The column that a tool's link brings along; returns its id. */
    public synchronized long column(long course, String label, double maximum, String resourceId, String tag) {
        return make(course, label, maximum, resourceId, tag).id;
    }

    /** Somebody deletes a column. */
    public synchronized void delete(long item) {
        items.remove(item);
    }

    /** All changes of grades, in order: what learners and teachers see happen. */
    public synchronized List<GradeEvent> gradeEvents() {
        return List.copyOf(events);
    }

    /** The columns of a course. */
    public synchronized List<Item> columns(long course) {
        return items.values().stream().filter(item -> item.course == course).toList();
    }

    public synchronized Optional<Grade> grade(long item, long user) {
        return Optional.ofNullable(itemOf(item).grades.get(user));
    }

    /** How many requests came, whatever became of them. */
    public synchronized int requests() {
        return requests;
    }

    @Override
    public void close() {
        server.close();
    }

    /** Behind ours, as the clocks of servers are: an assertion issued now is from its future. */
    Instant now() {
        return clock.instant().minus(SLOW);
    }

    String nameOf(User user) {
        return names.getOrDefault(user.id(), "User " + user.username());
    }

    String titleOf(long course) {
        return titles.getOrDefault(course, "Course " + course);
    }

    Item itemOf(long id) {
        Item item = items.get(id);
        if (item == null) {
            throw new IllegalArgumentException("no item " + id);
        }
        return item;
    }

    private Course courseOf(long id) {
        Course course = courses.get(id);
        if (course == null) {
            throw new IllegalArgumentException("no course " + id);
        }
        return course;
    }

    Item make(long course, String label, double maximum, String resourceId, String tag) {
        Item item = new Item(++lastItem, course, label, maximum, resourceId, tag);
        items.put(item.id, item);
        return item;
    }

    void change(Item item, long user, Grade grade) {
        item.grades.put(user, grade);
        events.add(new GradeEvent(item.course, item.id, item.resourceId, user, grade.value(), grade.comment()));
    }

    private Response handle(Request request) {
        Trouble trouble = troubleOf(request);
        Response answer = answered(request, trouble.fault());
        trouble.meanwhile().run();
        return answer;
    }

    private synchronized Response answered(Request request, Fault fault) {
        requests++;
        if (!fault.works) {
            return fault.response(request);
        }
        Response response = request.path().startsWith("/webservice/") ? rest.answer(request) : lti.answer(request);
        return fault == Fault.NONE ? response : fault.response(request);
    }

    private Trouble troubleOf(Request request) {
        String where = request.path() + " " + request.form().getOrDefault("wsfunction", "");
        for (Trouble trouble : troubles) {
            if (where.contains(trouble.part()) && troubles.remove(trouble)) {
                return trouble;
            }
        }
        return Trouble.NONE;
    }

    /** What goes wrong with a request: before the work is done, or after it. */
    public enum Fault {
        NONE(true),
        RESET(false),
        ERROR(false),
        BUSY(false),
        CLASHED(false),
        DONE_BUT_RESET(true),
        DONE_BUT_SILENT(true),
        DONE_BUT_ERROR(true),
        DONE_BUT_BROKEN(true);

        private final boolean works;

        Fault(boolean works) {
            this.works = works;
        }

        private Response response(Request request) {
            return switch (this) {
                case RESET, DONE_BUT_RESET -> Response.silent(Ending.RESET);
                case DONE_BUT_SILENT -> Response.silent(Ending.STALL);
                case DONE_BUT_BROKEN -> Response.broken("HTTP/1.0 0 Error writing to database");
                // two requests that make the same row: Moodle's database refuses one, even when both only read
                case CLASHED ->
                    request.path().startsWith("/webservice/")
                            ? FakeMoodleRest.error("dml_write_exception", "dmlwriteexception")
                            : Response.broken("HTTP/1.0 0 Error writing to database");
                case BUSY -> Response.html(503, "maintenance").with("Retry-After", "300");
                default -> Response.html(500, "<h1>Exception</h1>");
            };
        }
    }

    /** A user. */
    record User(long id, String username, String email, String idNumber) {}

    /** A course with the roles of who is enrolled. */
    record Course(long id, Map<Long, String> roles) {
        boolean isGraded(long user) {
            return "student".equals(roles.get(user));
        }
    }

    /** A grade item: a column of the gradebook. Its id is the line item's, or the course module's for an activity. */
    public static final class Item {
        public final long id;
        public final long course;
        public final String label;
        public final double maximum;
        public final String resourceId;
        final String tag;
        String kind = "";
        String idNumber = "";
        boolean locked;
        boolean hidden;
        final Set<Long> lockedFor = new HashSet<>();
        final Map<Long, Grade> grades = new TreeMap<>();

        Item(long id, long course, String label, double maximum, String resourceId, String tag) {
            this.id = id;
            this.course = course;
            this.label = label;
            this.maximum = maximum;
            this.resourceId = resourceId;
            this.tag = tag;
        }

        boolean isLockedFor(long user) {
            return locked || lockedFor.contains(user);
        }
    }

    /** A grade; its value is NaN where a remark alone stands. */
    public record Grade(double value, String comment, Instant at) {}

    /** A change of a grade. */
    public record GradeEvent(long course, long item, String badge, long user, double grade, String comment) {}

    private record Trouble(String part, Fault fault, Runnable meanwhile) {
        private static final Trouble NONE = new Trouble("", Fault.NONE, () -> {});
    }
}
