package org.laurelbridge.webapp.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.issue.Addresses.AwardForm;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.form.AwardFiles;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.server.WebServer;

/** How fast badges are signed and written in every form, and their pages answered, beside a plain answer of the same size. */
final class BenchBadges {
    /** As an issuer that strangers can ask, so that every form is there. Nobody is asked. */
    static final URI KNOWN_AS = URI.create("https://badges.bench.example");

    private static final int LEARNERS = 1_000;
    private static final int AT_ONCE = 100;
    private static final int A_SECOND = 200;
    private static final List<AwardForm> FORMS = List.of(
            AwardForm.OB3,
            AwardForm.OB3_JWT,
            AwardForm.PNG,
            AwardForm.SVG,
            AwardForm.OB2,
            AwardForm.OB2_JWS,
            AwardForm.OB2_PNG,
            AwardForm.OB2_SVG);

    private final Bridge bridge;
    private final URI address;
    private final LaurelCommand laurel;
    private final PrintWriter out;

    BenchBadges(Bridge bridge, URI address, LaurelCommand laurel) {
        this.bridge = bridge;
        this.address = address;
        this.laurel = laurel;
        this.out = laurel.out();
    }

    void measure(int seconds) throws IOException, InterruptedException, ExecutionException {
        bridge.rules()
                .apply(List.of(
                        new RuleText("mapping.yaml", BenchStatements.MAPPING),
                        new RuleText("badge.yaml", BenchStatements.PUBLIC_BADGE)));
        bridge.start();
        BenchSender sender = new BenchSender(address);
        for (int from = 0; from < LEARNERS; from += AT_ONCE) {
            sender.push(IntStream.range(from, from + AT_ONCE)
                    .mapToObj(learner -> BenchStatements.passed("badge-" + learner))
                    .toList());
        }
        Settling.await(bridge, laurel.err());
        List<Award> awards = bridge.awards().list("exam", null, null, LEARNERS);
        signing(awards);
        forms(awards);
        pages(awards, seconds);
    }

    /** A key that is withdrawn has all badges signed anew, as they are the first time: read, placed, signed, kept. */
    private void signing(List<Award> awards) {
        for (String run : List.of("first time", "again")) {
            bridge.issuer().keys().withdraw(bridge.issuer().keys().ed25519().id());
            long start = System.nanoTime();
            while (bridge.stores().figures().read().unsigned() > 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
            double second = (System.nanoTime() - start) / 1e9;
            out.printf("signed and kept, one thread, %s: %.0f badges/s%n", run, awards.size() / second);
            out.flush();
        }
    }

    private void forms(List<Award> awards) throws InterruptedException, ExecutionException {
        AwardFiles files = bridge.files();
        List<Earned> earned = awards.stream()
                .flatMap(award -> bridge.earnings().find(award.credential().value()).stream())
                .toList();
        AtomicInteger next = new AtomicInteger();
        for (String run : List.of("first time", "again")) {
            Load.Measured measured = Load.run(2, 5, () -> {
                Earned one = earned.get(next.getAndIncrement() % earned.size());
                return FORMS.stream()
                        .mapToInt(form -> files.find(one, form).orElseThrow().length)
                        .sum();
            });
            out.printf("all eight forms, two threads, %s: %.0f badges/s%n", run, measured.perSecond());
            out.flush();
        }
    }

    private void pages(List<Award> awards, int seconds) throws InterruptedException, IOException, ExecutionException {
        List<URI> pages = awards.stream()
                .map(award -> URI.create(address + "/awards/" + award.credential()))
                .toList();
        int size = SteadyLoad.read(pages.get(0));
        List<Route> routes = List.of(Route.of(Access.PUBLIC, new PlainAnswer(size), "/plain"));
        try (WebServer plain = new WebServer("127.0.0.1", 0, routes, Nobody.sessions(bridge), new Pages())) {
            plain.start();
            List<URI> same = List.of(URI.create("http://127.0.0.1:" + plain.port() + "/plain"));
            SteadyLoad load = new SteadyLoad(A_SECOND, seconds);
            load.run(pages);
            load.run(same);
            Load.Measured ours = load.run(pages);
            Load.Measured theirs = load.run(same);
            out.printf(
                    "verification page of %d bytes at %d requests/s: p50 %.1f ms, p99 %.1f ms; plain answer of that size: p50"
                            + " %.1f ms, p99 %.1f ms; ratio of p50 %.1f%n",
                    size,
                    A_SECOND,
                    ours.millis(0.5),
                    ours.millis(0.99),
                    theirs.millis(0.5),
                    theirs.millis(0.99),
                    ours.millis(0.5) / theirs.millis(0.5));
            out.flush();
        }
    }
}
