package org.laurelbridge.webapp.endpoint.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.laurelbridge.bridge.health.Figures;
import org.laurelbridge.bridge.health.Figures.Count;
import org.laurelbridge.bridge.health.Figures.Snapshot;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/health}: what stands in each stage. */
public final class HealthApi extends HttpServlet {
    private final transient Figures figures;

    public HealthApi(Figures figures) {
        this.figures = figures;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        new ApiQuery(request).check();
        ApiAnswer.send(response, written(figures.read()));
    }

    private static ObjectNode written(Snapshot snapshot) {
        ObjectNode json = ApiAnswer.object();
        Instant oldest = snapshot.oldestWaiting();
        json.put("statements", snapshot.statements());
        json.put("waitingToMap", snapshot.waitingToMap());
        json.put("oldestWaiting", oldest == null ? null : oldest.toString());
        json.put("facts", snapshot.facts());
        json.put("unmatched", snapshot.unmatched());
        json.put("parked", snapshot.parked());
        json.put("unknownActors", snapshot.unknownActors());
        json.put("quarantined", snapshot.quarantined());
        json.put("voided", snapshot.voided());
        json.put("people", snapshot.people());
        json.put("waitingToDecide", snapshot.waitingToDecide());
        json.set("awards", counts(snapshot.awards()));
        json.put("unsigned", snapshot.unsigned());
        json.set("deliveries", counts(snapshot.deliveries()));
        ArrayNode sources = json.putArray("sources");
        snapshot.sources().stream()
                .filter(source -> !source.isSender())
                .forEach(source -> sources.addObject()
                        .put("source", source.isFile() ? source.source() : source.name())
                        .put("readAt", source.readAt().toString())
                        .put("trouble", source.trouble()));
        return json;
    }

    private static ObjectNode counts(List<Count> counts) {
        ObjectNode json = ApiAnswer.object();
        counts.forEach(count -> json.put(count.state(), count.rows()));
        return json;
    }
}
