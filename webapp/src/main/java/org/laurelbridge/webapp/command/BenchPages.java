package org.laurelbridge.webapp.command;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.health.Figures.Snapshot;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.secret.RandomText;
import org.laurelbridge.webapp.sample.Campus;
import org.laurelbridge.webapp.sample.CampusFilling;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.server.WebServer;
import org.laurelbridge.webapp.site.Site;

/** How long each page takes on a campus of 10,000, and how much comes over the wire, beside a plain small answer. */
final class BenchPages {
    /** A server runs for months: what is measured is compiled by then. */
    private static final int WARM = 12;

    private static final int TIMES = 9;
    private static final int SHOWN = 5;
    private static final int REVIEW_EACH = 50;
    private static final int STUCK_EACH = 40;
    /** Of so many statements there is a row in the audit log. */
    private static final int AUDITED_OF = 10;

    private final Bridge bridge;
    private final Site site;
    private final LaurelCommand laurel;
    private final PrintWriter out;
    private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    BenchPages(Bridge bridge, Site site, LaurelCommand laurel) {
        this.bridge = bridge;
        this.site = site;
        this.laurel = laurel;
        this.out = laurel.out();
    }

    /**
     * What a page took.
     *
     * @param p50 milliseconds from the request to the last byte, half of the time
     * @param worst the longest
     * @param cpu milliseconds that the whole process, who reads among it, computed for one
     * @param wire bytes of the page
     * @param visit bytes of a first visit
     */
    record Measured(String who, String path, double p50, double worst, double cpu, long wire, long visit) {}

    /** @param isFilled an earlier run has filled it */
    void run(Campus campus, boolean isFilled) throws InterruptedException {
        String password = new RandomText().next();
        if (!isFilled) {
            fill(campus, password);
        } else {
            if (bridge.stores()
                    .accounts()
                    .find(Login.byPassword(Role.ADMINISTRATOR.word()))
                    .isEmpty()) {
                throw new LaurelCommand.NotDone("This database holds statements that no bench --pages brought.");
            }
            new CampusFilling(bridge, campus, DemoConfig.SOURCE, Doer.commandLine("bench")).changePasswords(password);
            bridge.start();
        }
        measure(password);
    }

    /** A campus in an empty installation; who can sign in has the name of their role. */
    void fill(Campus campus, String password) {
        CampusFilling filling = new CampusFilling(bridge, campus, DemoConfig.SOURCE, Doer.commandLine("bench"));
        long start = System.nanoTime();
        List<PersonId> learners = filling.open();
        filling.addAccounts(learners, password);
        ProgressBar bar = new ProgressBar(laurel.err(), "adding statements");
        int all = campus.learners() * campus.statements();
        filling.addStatements(learners, added -> bar.show(added, all));
        bar.end();
        filling.addTroubles();
        bridge.start();
        if (!Settling.await(bridge, laurel.err())) {
            throw new LaurelCommand.NotDone("the campus stands still on its way");
        }
        filling.addWaiting(learners);
        bridge.stores().seededTroubles().spread(REVIEW_EACH, STUCK_EACH);
        bridge.stores().seededTroubles().audit(all / AUDITED_OF);
        Snapshot figures = bridge.stores().figures().read();
        out.printf(
                "%,d learners, %d badges, %,d facts, %,d unknown actors, %s awards, in %.0f s%n",
                figures.people(),
                campus.badges(),
                figures.facts(),
                figures.unknownActors(),
                figures.awards(),
                (System.nanoTime() - start) / 1e9);
        out.flush();
    }

    /** Walks all pages as somebody of each role and as a stranger. */
    private void measure(String password) throws InterruptedException {
        PageWalk walk = new PageWalk(site.routes());
        FirstVisit visit = new FirstVisit();
        List<Measured> all = new ArrayList<>();
        for (Role role : List.of(Role.ADMINISTRATOR, Role.INSTRUCTOR, Role.LEARNER)) {
            PageReader reader = new PageReader(site.address(), role.word());
            reader.signIn(role.word(), password);
            all.addAll(measure(walk, visit, reader));
        }
        all.addAll(measure(walk, visit, new PageReader(site.address(), "stranger")));
        Measured plain = plain();
        tell(all, plain);
        if (!walk.failed().isEmpty()) {
            throw new LaurelCommand.NotDone("these pages failed: " + String.join(", ", walk.failed()));
        }
    }

    private List<Measured> measure(PageWalk walk, FirstVisit visit, PageReader reader) throws InterruptedException {
        Map<String, String> pages = walk.pages(reader, List.of("/admin/people/" + first()));
        List<Measured> all = new ArrayList<>();
        ProgressBar bar = new ProgressBar(laurel.err(), "pages of " + reader.name());
        for (String path : pages.keySet()) {
            all.add(measure(visit, reader, path));
            bar.show(all.size(), pages.size());
        }
        bar.end();
        return all;
    }

    /** The learner with the most badges. */
    private PersonId first() {
        return CampusFilling.first(bridge.stores().people());
    }

    private Measured measure(FirstVisit visit, PageReader reader, String path) throws InterruptedException {
        for (int i = 0; i < WARM; i++) {
            reader.ask(path);
        }
        List<Long> nanos = new ArrayList<>();
        long cpu = machine.getProcessCpuTime();
        PageReader.Answer last = reader.ask(path);
        nanos.add(last.nanos());
        for (int i = 1; i < TIMES; i++) {
            nanos.add(reader.ask(path).nanos());
        }
        double computed = (machine.getProcessCpuTime() - cpu) / 1e6 / TIMES;
        Load.Measured times = new Load.Measured(0, nanos);
        return new Measured(
                reader.name(),
                path,
                times.millis(0.5),
                times.millis(1),
                computed,
                last.wire(),
                visit.bytes(reader, last));
    }

    /** A server of the same kind that answers always the same few bytes. */
    private Measured plain() throws InterruptedException {
        List<Route> routes = List.of(Route.of(Access.PUBLIC, new PlainAnswer(2_048), "/plain"));
        try (WebServer plain = new WebServer("127.0.0.1", 0, routes, Nobody.sessions(bridge), new Pages())) {
            plain.start();
            PageReader reader = new PageReader(URI.create("http://127.0.0.1:" + plain.port()), "plain");
            return measure(new FirstVisit(), reader, "/plain");
        }
    }

    private void tell(Collection<Measured> all, Measured plain) {
        head("all pages", plain);
        all.stream()
                .sorted(Comparator.comparing(Measured::who).thenComparing(Measured::path))
                .forEach(one -> line(one, plain));
        most("slowest", all, plain, Measured::p50);
        most("largest on a first visit", all, plain, Measured::visit);
        out.flush();
    }

    private void most(String what, Collection<Measured> all, Measured plain, ToDoubleFunction<Measured> by) {
        head("the " + SHOWN + " " + what, plain);
        all.stream()
                .sorted(Comparator.comparingDouble(by).reversed())
                .limit(SHOWN)
                .forEach(one -> line(one, plain));
    }

    private void head(String what, Measured plain) {
        out.printf("%n%s (a plain answer of 2 KB takes %.2f ms)%n", what, plain.p50());
        out.printf("%8s %8s %8s %7s %9s %9s  %s%n", "p50 ms", "worst", "CPU ms", "ratio", "bytes", "visit", "page");
    }

    private void line(Measured one, Measured plain) {
        out.printf(
                "%8.1f %8.1f %8.1f %7.1f %9d %9d  %s %s%n",
                one.p50(),
                one.worst(),
                one.cpu(),
                one.p50() / plain.p50(),
                one.wire(),
                one.visit(),
                one.who(),
                one.path());
    }
}
