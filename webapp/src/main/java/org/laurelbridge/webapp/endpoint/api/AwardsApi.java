package org.laurelbridge.webapp.endpoint.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.award.Verdicts;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/awards}: awards, one award, and what a person decides about it. */
public final class AwardsApi extends HttpServlet {
    private static final int LONGEST_REASON = 1_000;
    private static final Set<String> VERDICTS = Set.of("claim", "approve", "decline", "restore", "revoke");

    private final transient Awards awards;
    private final transient Verdicts verdicts;
    private final transient Addresses addresses;

    public AwardsApi(Awards awards, Verdicts verdicts, Addresses addresses) {
        this.awards = awards;
        this.verdicts = verdicts;
        this.addresses = addresses;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        ApiAnswer.send(response, path == null ? list(request) : written(award(path.substring(1))));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        int slash = path == null ? -1 : path.lastIndexOf('/');
        String verdict = path == null || slash < 1 ? "" : path.substring(slash + 1);
        if (path == null || !VERDICTS.contains(verdict)) {
            throw RequestFailure.takes("GET", "HEAD");
        }
        Award award = award(path.substring(1, slash));
        if (!isDecided(award, verdict, request)) {
            throw new RequestFailure(Reason.CONFLICT);
        }
        ApiAnswer.send(response, written(award(award.id().toString())));
    }

    private boolean isDecided(Award award, String verdict, HttpServletRequest request) throws IOException {
        Verdicts theirs = verdicts.by(Doing.of(request));
        if (verdict.equals("claim")) {
            return theirs.claim(award);
        }
        String reason = ApiBody.text(ApiBody.read(request), "reason", LONGEST_REASON);
        return switch (verdict) {
            case "approve" -> theirs.approve(award, reason);
            case "decline" -> theirs.decline(award, reason);
            case "restore" -> theirs.restore(award, reason);
            default -> theirs.revoke(award, reason);
        };
    }

    private ObjectNode list(HttpServletRequest request) {
        ApiQuery query = new ApiQuery(request, "badge", "person", "limit", "after");
        String badge = query.text("badge");
        UUID person = query.uuid("person");
        UUID after = query.uuid("after");
        int limit = query.limit();
        query.check();
        List<Award> found = awards.list(
                badge, person == null ? null : new PersonId(person), after == null ? null : new AwardId(after), limit);
        AwardId last = found.size() < limit ? null : found.get(limit - 1).id();
        return ApiAnswer.page("awards", found, this::written, last);
    }

    private Award award(String id) {
        return ApiQuery.findUuid(id).flatMap(awards::find).orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }

    private ObjectNode written(Award award) {
        ObjectNode json = ApiAnswer.object();
        json.put("id", award.id().toString());
        json.put(
                "address",
                award.status().isGiven() ? addresses.award(award.credential()).toString() : null);
        json.put("badge", award.badge());
        json.put("version", award.badgeVersion());
        json.put("person", award.person().toString());
        json.put("cycle", award.cycle());
        json.put("revision", award.revision());
        json.put("status", award.status().word());
        json.put("reason", award.reason());
        json.put("earnedAt", award.earnedAt().toString());
        Instant expiresAt = award.expiresAt();
        json.put("expiresAt", expiresAt == null ? null : expiresAt.toString());
        json.put("public", award.isPublic());
        ArrayNode evidence = json.putArray("evidence");
        award.evidence().forEach(statement -> evidence.add(statement.toString()));
        return json;
    }
}
