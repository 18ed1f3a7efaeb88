package org.laurelbridge.bridge.fake;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.fake.FakeMoodle.Course;
import org.laurelbridge.bridge.fake.FakeMoodle.Grade;
import org.laurelbridge.bridge.fake.FakeMoodle.Item;
import org.laurelbridge.bridge.fake.FakeServer.Request;
import org.laurelbridge.bridge.fake.FakeServer.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The LTI half of the double: tokens, line items, scores, results, memberships. */
final class FakeMoodleLti {

    private static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/scope/";
    private static final String NRPS = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";
    private static final List<String> ALLOWED =
            List.of(AGS + "lineitem", AGS + "lineitem.readonly", AGS + "result.readonly", AGS + "score", NRPS);
    private static final String ITEM = "application/vnd.ims.lis.v2.lineitem+json";
    private static final String ITEMS = "application/vnd.ims.lis.v2.lineitemcontainer+json";
    private static final String SCORE = "application/vnd.ims.lis.v1.score+json";
    private static final String RESULTS = "application/vnd.ims.lis.v2.resultcontainer+json";
    private static final int LONGEST_LABEL = 255;

    private final FakeMoodle moodle;
    private final JsonMapper json = JsonMapper.builder().build();
    private final FakeMoodleMembers members;
    private final Map<String, Tool> tools = new HashMap<>();
    private final Map<String, Token> tokens = new HashMap<>();

    FakeMoodleLti(FakeMoodle moodle) {
        this.moodle = moodle;
        this.members = new FakeMoodleMembers(moodle);
    }

    void register(String clientId, long typeId, Supplier<@Nullable String> jwks) {
        tools.put(clientId, new Tool(typeId, jwks));
    }

    void expireTokens() {
        synchronized (moodle) {
            tokens.clear();
        }
    }

    Response answer(Request request) {
        if (request.path().equals("/mod/lti/token.php")) {
            return token(request);
        }
        String services = "/mod/lti/services.php/";
        if (!request.path().startsWith(services)) {
            return Response.html(404, "<h1>Not found</h1>");
        }
        return service(request, request.path().substring(services.length()).split("/"));
    }

    private Response service(Request request, String[] path) {
        if (path[0].equals("CourseSection") && path.length == 5) {
            return scoped(request, NRPS) ? members.answer(request, Long.parseLong(path[1])) : unauthorised();
        }
        Course course = moodle.courses.get(Long.parseLong(path[0]));
        if (course == null || !path[1].equals("lineitems")) {
            return Response.html(404, "");
        }
        if (path.length == 2) {
            if (!scoped(request, AGS + "lineitem")) {
                return unauthorised();
            }
            return request.method().equals("POST") ? makeItem(request, course) : listItems(request, course);
        }
        Item item = moodle.items.get(Long.parseLong(path[2]));
        if (item == null || item.course != course.id() || path.length != 5 || !path[3].equals("lineitem")) {
            return scoped(request, AGS) ? Response.html(404, "") : unauthorised();
        }
        return path[4].equals("scores") ? score(request, course, item) : results(request, item);
    }

    // token ---------------------------------------------------------------------------------------------------------

    private Response token(Request request) {
        Map<String, String> form = request.form();
        try {
            if (!"client_credentials".equals(form.get("grant_type"))) {
                return error("unsupported_grant_type");
            }
            SignedJWT assertion = SignedJWT.parse(form.getOrDefault("client_assertion", ""));
            JWTClaimsSet claims = assertion.getJWTClaimsSet();
            Tool tool = tools.get(String.valueOf(claims.getIssuer()));
            if (tool == null || !String.valueOf(claims.getIssuer()).equals(claims.getSubject())) {
                return error("invalid_client");
            }
            String jwks = tool.jwks().get();
            if (jwks == null) {
                return Response.html(
                        404, "jwks_helper::fix_jwks_alg(): Argument #1 ($jwks) must be of type array, null given");
            }
            String problem = problem(assertion, claims, JWKSet.parse(jwks));
            return problem.isEmpty() ? issue(tool, form.getOrDefault("scope", "")) : error(problem);
        } catch (ParseException | JOSEException e) {
            return error("Wrong number of segments");
        }
    }

    private String problem(SignedJWT assertion, JWTClaimsSet claims, JWKSet keys) throws JOSEException {
        String kid = assertion.getHeader().getKeyID();
        JWK key = kid == null ? null : keys.getKeyByKeyId(kid);
        if (key == null || !assertion.getHeader().getAlgorithm().getName().equals("RS256")) {
            return "\"kid\" invalid, unable to lookup correct key";
        }
        if (key.isPrivate()
                || !assertion.verify(new RSASSAVerifier(key.toRSAKey().toRSAPublicKey()))) {
            return "Signature verification failed";
        }
        Instant now = moodle.now();
        if (claims.getIssueTime() == null || claims.getIssueTime().toInstant().isAfter(now)) {
            return "Cannot handle token prior to its iat";
        }
        if (claims.getExpirationTime() == null
                || !claims.getExpirationTime().toInstant().isAfter(now)) {
            return "Expired token";
        }
        return claims.getAudience().equals(List.of(moodle.root() + "/mod/lti/token.php")) ? "" : "invalid_client";
    }

    private Response issue(Tool tool, String scopes) {
        List<String> granted =
                Arrays.stream(scopes.split(" ")).filter(ALLOWED::contains).toList();
        if (granted.isEmpty()) {
            return error("invalid_scope");
        }
        String value = UUID.randomUUID().toString().replace("-", "");
        tokens.put(value, new Token(tool.typeId(), granted, moodle.now().plus(Duration.ofHours(1))));
        ObjectNode answer = json.createObjectNode();
        answer.put("access_token", value);
        answer.put("token_type", "Bearer");
        answer.put("expires_in", 3600);
        answer.put("scope", String.join(" ", granted));
        return Response.html(200, answer.toString());
    }

    private Response error(String error) {
        return Response.of(
                400,
                "application/json",
                json.createObjectNode().put("error", error).toString());
    }

    private boolean scoped(Request request, String scope) {
        Token token = tokens.get(request.header("authorization").replace("Bearer ", ""));
        return token != null
                && token.until().isAfter(moodle.now())
                && (scope.equals(AGS) || token.scopes().contains(scope));
    }

    private static Response unauthorised() {
        return Response.html(401, "");
    }

    // line items ----------------------------------------------------------------------------------------------------

    private Response listItems(Request request, Course course) {
        String accept = request.header("accept");
        if (!accept.isEmpty() && !accept.equals(ITEMS)) {
            return Response.html(400, "");
        }
        String resource = request.query().getOrDefault("resource_id", "");
        int from = Integer.parseInt(request.query().getOrDefault("from", "0"));
        int limit = Integer.parseInt(request.query().getOrDefault("limit", "1000"));
        ArrayNode found = json.createArrayNode();
        moodle.items.values().stream()
                .filter(item -> item.course == course.id() && item.kind.isEmpty())
                .filter(item -> resource.isEmpty() || item.resourceId.equals(resource))
                .skip(from)
                .limit(limit)
                .forEach(item -> found.add(shown(item, request)));
        return Response.of(200, ITEMS, found.toString())
                .with("Link", "<" + moodle.root() + "/mod/lti/services.php?limit=1&amp;from=1>; rel=“next”");
    }

    private Response makeItem(Request request, Course course) {
        if (!isType(request, ITEM)) {
            return Response.html(400, "");
        }
        JsonNode body = json.readTree(request.body());
        String label = body.path("label").asString("");
        if (label.isEmpty() || !body.path("scoreMaximum").isNumber()) {
            return Response.html(400, "");
        }
        if (body.has("resourceLinkId")) {
            return Response.html(403, "");
        }
        if (label.codePointCount(0, label.length()) > LONGEST_LABEL) {
            return Response.broken("HTTP/1.0 0 Error writing to database");
        }
        Item item = moodle.make(
                course.id(),
                label,
                body.path("scoreMaximum").asDouble(),
                body.path("resourceId").asString(""),
                body.path("tag").asString(""));
        return Response.of(201, ITEM, shown(item, request).toString());
    }

    private ObjectNode shown(Item item, Request request) {
        ObjectNode shown = json.createObjectNode();
        shown.put(
                "id",
                moodle.root() + "/mod/lti/services.php/" + item.course + "/lineitems/" + item.id + "/lineitem?type_id="
                        + request.query().getOrDefault("type_id", ""));
        shown.put("label", item.label);
        shown.put("scoreMaximum", item.maximum);
        shown.put("resourceId", item.resourceId);
        shown.put("tag", item.tag);
        return shown;
    }

    // scores --------------------------------------------------------------------------------------------------------

    private Response score(Request request, Course course, Item item) {
        if (!scoped(request, AGS + "score")) {
            return unauthorised();
        }
        if (!isType(request, SCORE)) {
            return Response.html(400, "");
        }
        JsonNode score;
        Instant at;
        try {
            score = json.readTree(request.body());
            at = OffsetDateTime.parse(score.path("timestamp").asString("")).toInstant();
        } catch (JacksonException | DateTimeParseException e) {
            return incorrect(request);
        }
        String user = score.path("userId").asString("");
        if (!user.isEmpty() && !user.chars().allMatch(Character::isDigit)) {
            return Response.broken("HTTP/1.0 0 Invalid parameter value detected");
        }
        boolean isWhole = score.has("activityProgress")
                && score.has("gradingProgress")
                && (!score.has("scoreGiven") || score.path("scoreMaximum").asDouble(0) > 0);
        if (!isWhole || user.isEmpty() || !course.isGraded(Long.parseLong(user))) {
            return incorrect(request);
        }
        return score(item, Long.parseLong(user), score, at);
    }

    private Response score(Item item, long user, JsonNode score, Instant at) {
        Grade stands = item.grades.get(user);
        if (stands != null
                && !at.truncatedTo(ChronoUnit.SECONDS).isAfter(stands.at().truncatedTo(ChronoUnit.SECONDS))) {
            // the very same score again is no exception
            return notTaken("409 Refusing score with an earlier timestamp for item " + item.id + " and user " + user);
        }
        if (item.isLockedFor(user)) {
            return notTaken("500 Internal Server Error");
        }
        String comment = score.path("comment").asString("");
        boolean isFinal = score.path("gradingProgress").asString("").equals("FullyGraded");
        double before = stands == null ? Double.NaN : stands.value();
        double share = score.path("scoreGiven").asDouble(0)
                / score.path("scoreMaximum").asDouble(1);
        double value = isFinal ? Math.max(0, Math.min(1, share)) * item.maximum : before;
        moodle.change(item, user, new Grade(value, comment, at));
        return Response.html(200, "");
    }

    private static Response incorrect(Request request) {
        return notTaken("400 Incorrect score received" + request.body().replaceAll("\\s+", " "));
    }

    private static Response notTaken(String status) {
        return new Response(
                "HTTP/1.0 " + status, Map.of("Content-Type", SCORE + "; charset=utf-8"), "[]", FakeServer.Ending.CLOSE);
    }

    private Response results(Request request, Item item) {
        if (!scoped(request, AGS + "result.readonly")) {
            return unauthorised();
        }
        if (request.query().containsKey("limit")) {
            return Response.html(404, "<h1>Not found</h1>");
        }
        if (!request.header("accept").equals(RESULTS)) {
            return Response.html(400, "");
        }
        String user = request.query().getOrDefault("user_id", "");
        ArrayNode results = json.createArrayNode();
        item.grades.forEach((id, grade) -> {
            if (user.isEmpty() || user.equals(Long.toString(id))) {
                ObjectNode result = results.addObject();
                result.put("userId", Long.toString(id));
                if (!Double.isNaN(grade.value())) {
                    result.put("resultScore", grade.value());
                    result.put("resultMaximum", item.maximum);
                    result.put("comment", grade.comment());
                    result.put(
                            "timestamp",
                            grade.at().truncatedTo(ChronoUnit.SECONDS).toString());
                }
            }
        });
        return Response.of(200, RESULTS, results.toString());
    }

    private static boolean isType(Request request, String type) {
        return Arrays.stream(request.header("content-type").split(";", 2))
                .limit(1)
                .map(String::strip)
                .collect(Collectors.joining())
                .equals(type);
    }

    private record Tool(long typeId, Supplier<@Nullable String> jwks) {}

    private record Token(long typeId, List<String> scopes, Instant until) {}
}
