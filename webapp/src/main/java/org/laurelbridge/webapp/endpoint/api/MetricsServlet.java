package org.laurelbridge.webapp.endpoint.api;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.laurelbridge.bridge.health.Figures;
import org.laurelbridge.bridge.health.Figures.Count;
import org.laurelbridge.bridge.health.Figures.Snapshot;

/** {@code /metrics}: the figures of the stages in the text format of Prometheus. Every node tells the same: they are of the database. */
public final class MetricsServlet extends HttpServlet {
    private final transient Figures figures;
    private final transient InstantSource clock;

    public MetricsServlet(Figures figures, InstantSource clock) {
        this.figures = figures;
        this.clock = clock;
    }

    // a registry for each scrape: what is gone from the database is gone from the answer
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Snapshot snapshot = figures.read();
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        addStages(registry, snapshot);
        addSources(registry, snapshot);
        response.setContentType("text/plain;version=0.0.4;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(registry.scrape());
        registry.close();
    }

    private void addStages(MeterRegistry registry, Snapshot snapshot) {
        Instant oldest = snapshot.oldestWaiting();
        add(registry, "laurel.statements", "Statements kept", snapshot.statements());
        add(registry, "laurel.map.waiting", "Commits whose facts are not derived yet", snapshot.waitingToMap());
        add(registry, "laurel.map.lag.seconds", "Age of the oldest of them", oldest == null ? 0 : age(oldest));
        add(registry, "laurel.facts", "Facts that count for a badge", snapshot.facts());
        add(
                registry,
                "laurel.statements.unmatched",
                "Statements about no activity of the mapping",
                snapshot.unmatched());
        add(registry, "laurel.statements.parked", "Statements of unknown actors", snapshot.parked());
        add(registry, "laurel.statements.quarantined", "Statements that cannot be used", snapshot.quarantined());
        add(registry, "laurel.statements.voided", "Statements that were voided", snapshot.voided());
        add(registry, "laurel.actors.unknown", "Actors whom nobody could place", snapshot.unknownActors());
        add(registry, "laurel.people", "People known", snapshot.people());
        add(registry, "laurel.decisions.waiting", "Decisions that are due", snapshot.waitingToDecide());
        add(registry, "laurel.credentials.unsigned", "Credentials that wait for a signature", snapshot.unsigned());
        addCounts(registry, "laurel.awards", "Awards by status", "status", snapshot.awards());
        addCounts(registry, "laurel.deliveries", "Deliveries by state", "state", snapshot.deliveries());
    }

    private void addSources(MeterRegistry registry, Snapshot snapshot) {
        for (Figures.SourceFigures source : snapshot.sources()) {
            if (source.isFile() || source.isSender()) {
                continue;
            }
            Gauge.builder("laurel.source.lag.seconds", () -> age(source.readAt()))
                    .description("Time since the source was read")
                    .tag("source", source.name())
                    .register(registry);
            Gauge.builder("laurel.source.failing", () -> source.trouble() == null ? 0 : 1)
                    .description("1 when the last read failed")
                    .tag("source", source.name())
                    .register(registry);
        }
    }

    private static void addCounts(MeterRegistry registry, String name, String what, String tag, List<Count> counts) {
        for (Count count : counts) {
            Gauge.builder(name, count::rows)
                    .description(what)
                    .tag(tag, count.state())
                    .register(registry);
        }
    }

    private static void add(MeterRegistry registry, String name, String what, long value) {
        Gauge.builder(name, () -> value).description(what).register(registry);
    }

    private long age(Instant since) {
        return Duration.between(since, clock.instant()).toSeconds();
    }
}
