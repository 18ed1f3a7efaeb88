package org.laurelbridge.webapp.endpoint;

import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.record.Kept;
import org.laurelbridge.bridge.record.StatementLog;
import org.laurelbridge.bridge.record.StatementLog.Range;
import org.laurelbridge.xapi.Json;
import org.laurelbridge.xapi.StatementView;
import org.laurelbridge.xapi.XapiVersion;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Statements of the log as answers to a GET. */
public final class ShownStatements {
    private final StatementLog log;
    private final InstantSource clock;
    private final String address;
    private final Json json;
    private final URI publicUrl;
    private final Predicate<String> pushes;

    /**
     * @param publicUrl Laurel's own: {@code more} and the authority of what was pushed are under it
     * @param pushes whether a source of this name pushes: Laurel itself vouches that they said so
     */
    public ShownStatements(StatementLog log, InstantSource clock, URI publicUrl, Predicate<String> pushes, Json json) {
        this.log = log;
        this.clock = clock;
        this.json = json;
        String path = publicUrl.getPath() == null ? "" : publicUrl.getPath();
        this.address = (path.endsWith("/") ? path.substring(0, path.length() - 1) : path) + "/xapi/statements";
        this.publicUrl = publicUrl;
        this.pushes = pushes;
    }

    private @Nullable ObjectNode authority(String source) {
        if (!pushes.test(source)) {
            return null;
        }
        ObjectNode agent = JsonNodeFactory.instance.objectNode().put("objectType", "Agent");
        agent.putObject("account").put("homePage", publicUrl.toString()).put("name", source);
        return agent;
    }

    /** @param source that asks: it reads what it brought itself, and knows nothing of the rest */
    XapiAnswer answer(String source, StatementQuery query, XapiVersion version) {
        // before reading: what is stored meanwhile is not promised
        String through = log.consistentThrough(clock.instant()).toString();
        XapiAnswer answer = query instanceof StatementQuery.One one
                ? one(source, one, version)
                : page(source, ((StatementQuery.Page) query).range(), version);
        return answer.with("X-Experience-API-Consistent-Through", through);
    }

    private XapiAnswer one(String source, StatementQuery.One query, XapiVersion version) {
        Kept kept = (query.voided() ? log.findVoided(source, query.id()) : log.find(source, query.id()))
                .orElseThrow(() -> XapiRefusal.of(
                        404,
                        query.voided()
                                ? "There is no voided statement of that id."
                                : "There is no statement of that id, or it was voided."));
        String stored =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(kept.stored().atZone(ZoneOffset.UTC));
        return XapiAnswer.of(200, show(kept, version)).with("Last-Modified", stored);
    }

    private XapiAnswer page(String source, Range range, XapiVersion version) {
        StatementLog.Page page = log.list(source, range);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode statements = body.putArray("statements");
        page.statements().forEach(located -> statements.add(show(located.statement(), version)));
        Long next = page.next();
        body.put("more", next == null ? "" : more(range, next));
        return XapiAnswer.of(200, body);
    }

    private String more(Range range, long next) {
        return address + "?more="
                + MoreToken.write(new Range(range.since(), range.until(), range.ascending(), next, range.limit()));
    }

    private ObjectNode show(Kept kept, XapiVersion version) {
        if (json.read(kept.raw()) instanceof Json.Parsed.Value value && value.node() instanceof ObjectNode sent) {
            return new StatementView(version).show(sent, kept.id(), kept.stored(), authority(kept.source()));
        }
        throw new IllegalStateException("the kept statement " + kept.id() + " is no JSON object");
    }
}
