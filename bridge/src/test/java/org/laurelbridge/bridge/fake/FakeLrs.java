package org.laurelbridge.bridge.fake;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.fake.FakeServer.Request;
import org.laurelbridge.bridge.fake.FakeServer.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An LRS with the habits of two that were measured: newest first unless asked, a cap on pages, {@code since} inclusive (A) or
 * exclusive (B), {@code limit=0} refused (A), {@code more} relative (A) or absolute (B), a consistent-through that is behind (A) or
 * merely now (B), 500 for batches at the same time (A), voided statements never listed. Its clock is its own, and tells the Date of
 * its pages.
 */
public final class FakeLrs implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final FakeServer server;
    private final boolean likeA;
    private final List<Held> held = new ArrayList<>();
    private final Set<UUID> voided = new HashSet<>();
    private final Deque<Response> instead = new ArrayDeque<>();
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger writing = new AtomicInteger();
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private @Nullable Instant consistentThrough;
    private Runnable afterPage = () -> {};
    private List<String> versions = List.of("1.0.3", "2.0.0");
    private String moreHost = "";
    private boolean forgetsMore;
    private boolean promisesNothing;
    private boolean hidesItsClock;
    private boolean ignoresAscending;
    private int cap = 50;

    private record Held(UUID id, Instant stored, String json) {}

    private FakeLrs(boolean likeA) {
        this.likeA = likeA;
        this.server = new FakeServer(this::answer);
    }

    /** Postgres, 1.0.3 and 2.0. */
    public static FakeLrs a() {
        return new FakeLrs(true);
    }

    /** Mongo, 1.0.3. */
    public static FakeLrs b() {
        FakeLrs lrs = new FakeLrs(false);
        lrs.versions = List.of("1.0.3");
        return lrs;
    }

    public URI endpoint() {
        return server.address().resolve("/data/xAPI/");
    }

    /** Takes a statement a millisecond after the one before. */
    public synchronized UUID add(UUID id, String json) {
        now = now.plusMillis(1);
        return addAt(id, json, now);
    }

    /** Takes a statement that was stored at that time, as a transaction that committed late. */
    public synchronized UUID addAt(UUID id, String json, Instant stored) {
        held.add(new Held(
                id, stored, json.replaceFirst("\\{", "{\"id\":\"" + id + "\",\"stored\":\"" + stored + "\",")));
        JsonNode statement = read(json);
        if (statement.at("/verb/id").asString("").endsWith("/voided")) {
            voided.add(UUID.fromString(statement.at("/object/id").asString()));
        }
        return id;
    }

    /** Holds something that the specification does not allow, as it is. */
    public synchronized void addRaw(String json) {
        now = now.plusMillis(1);
        held.add(new Held(UUID.randomUUID(), now, json));
    }

    public synchronized Instant now() {
        return now;
    }

    public synchronized void turnClock(Instant moment) {
        now = moment;
    }

    /** What it stands by from now on; null for its habit. */
    public synchronized void consistentThrough(@Nullable Instant moment) {
        consistentThrough = moment;
    }

    /** Sends no consistent-through at all, as many do. */
    public synchronized void promisesNothing() {
        promisesNothing = true;
    }

    /** Sends no Date, as behind some proxies. */
    public synchronized void hidesItsClock() {
        hidesItsClock = true;
    }

    /** Called after each page is read, before it is sent. */
    public synchronized void afterPage(Runnable run) {
        afterPage = run;
    }

    public synchronized void versions(String... spoken) {
        versions = List.of(spoken);
    }

    /** Puts this before the path of every more. */
    public synchronized void moreHost(String host) {
        moreHost = host;
    }

    public synchronized void forgetsMore(boolean forgets) {
        forgetsMore = forgets;
    }

    public synchronized void ignoresAscending(boolean ignores) {
        ignoresAscending = ignores;
    }

    public synchronized void cap(int statements) {
        cap = statements;
    }

    /** Answers so, once, whatever is asked. */
    public synchronized void next(Response response) {
        instead.add(response);
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public synchronized List<UUID> ids() {
        return held.stream().map(Held::id).toList();
    }

    public synchronized @Nullable String json(UUID id) {
        return held.stream()
                .filter(one -> one.id().equals(id))
                .map(Held::json)
                .findFirst()
                .orElse(null);
    }

    private Response answer(Request request) {
        requests.add(request);
        if (!request.method().equals("GET") && likeA && writing.incrementAndGet() > 1) {
            writing.decrementAndGet();
            return error(500, "deadlock detected");
        }
        try {
            return answered(request);
        } finally {
            if (!request.method().equals("GET") && likeA) {
                writing.decrementAndGet();
            }
        }
    }

    private synchronized Response answered(Request request) {
        if (!instead.isEmpty()) {
            return instead.remove();
        }
        if (request.path().equals("/data/xAPI/about")) {
            ArrayNode spoken = MAPPER.createArrayNode();
            versions.forEach(spoken::add);
            return json(
                    MAPPER.createObjectNode().<ObjectNode>set("version", spoken).toString());
        }
        if (!request.header("authorization").equals("Basic " + basic())) {
            return error(401, "Unauthorized");
        }
        if (!versions.contains(request.header("x-experience-api-version"))) {
            return error(400, "X-Experience-API-Version: one of " + versions);
        }
        if (request.method().equals("PUT")) {
            return put(request);
        }
        String id = request.query().get("statementId");
        return id != null ? one(UUID.fromString(id)) : list(request);
    }

    private Response put(Request request) {
        UUID id = UUID.fromString(request.query().get("statementId"));
        String known = json(id);
        if (known != null) {
            // as both do: equal ones are a conflict as soon as the LRS added something of its own
            return error(409, "Conflict");
        }
        now = now.plusMillis(1);
        ObjectNode statement = (ObjectNode) read(request.body());
        statement.put("stored", now.toString());
        statement.putObject("authority").put("mbox", "mailto:laurel@example.org");
        held.add(new Held(id, now, statement.toString()));
        return new Response("HTTP/1.1 204 No Content", Map.of(), "", FakeServer.Ending.WHOLE);
    }

    private Response one(UUID id) {
        String known = voided.contains(id) ? null : json(id);
        return known == null ? error(404, "Not Found") : json(known);
    }

    private Response list(Request request) {
        Map<String, String> query = request.query();
        String more = query.getOrDefault("cursor", "");
        boolean ascending = "true".equals(query.get("ascending")) && !ignoresAscending;
        if (likeA && "0".equals(query.get("limit"))) {
            return error(400, "limit must be at least 1");
        }
        if (!more.isEmpty() && forgetsMore) {
            return error(404, "no such cursor");
        }
        String since = query.get("since");
        List<Held> all = held.stream()
                .filter(one -> since == null || isAfter(one.stored(), Instant.parse(since)))
                .sorted((one, other) -> (ascending ? 1 : -1) * one.stored().compareTo(other.stored()))
                .toList();
        int from = more.isEmpty() ? 0 : Integer.parseInt(more);
        int limit = Math.min(cap, Integer.parseInt(query.getOrDefault("limit", "100")));
        int to = Math.min(all.size(), from + limit);
        Response page = page(all.subList(Math.min(from, to), to), to < all.size() ? link(request, to) : "");
        afterPage.run();
        return page;
    }

    private boolean isAfter(Instant stored, Instant since) {
        return stored.isAfter(since) || (likeA && stored.equals(since));
    }

    private String link(Request request, int from) {
        StringBuilder link = new StringBuilder("/data/xAPI/statements?cursor=" + from);
        request.query().forEach((name, value) -> {
            if (!name.equals("cursor")) {
                link.append('&').append(name).append('=').append(value.replace(":", "%3A"));
            }
        });
        String host =
                !moreHost.isEmpty() ? moreHost : likeA ? "" : server.address().toString();
        return host + link;
    }

    private Response page(List<Held> statements, String more) {
        String body = "{\"statements\":["
                + String.join(
                        ",",
                        statements.stream()
                                .filter(one -> !voided.contains(one.id()))
                                .map(Held::json)
                                .toList())
                + "],\"more\":\"" + more + "\"}";
        Response page = json(body).with("X-Experience-API-Version", versions.get(0));
        if (!hidesItsClock) {
            page = page.with("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atZone(ZoneOffset.UTC)));
        }
        Instant through = consistentThrough != null ? consistentThrough : likeA ? now.minusMillis(1) : now;
        return promisesNothing
                ? page
                : page.with("X-Experience-API-Consistent-Through", DateTimeFormatter.ISO_INSTANT.format(through));
    }

    private static Response json(String body) {
        return Response.of(200, "application/json", body);
    }

    private static Response error(int status, String message) {
        return Response.of(status, "application/json", "{\"error\":\"" + message + "\"}");
    }

    private static JsonNode read(String json) {
        return MAPPER.readTree(json);
    }

    /** The password has an umlaut, in UTF-8. */
    private static String basic() {
        return Base64.getEncoder().encodeToString("key:gehäim".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.close();
    }
}
