package org.laurelbridge.webapp.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.health.Figures.Snapshot;
import org.laurelbridge.webapp.sample.SampleCourse;
import org.laurelbridge.webapp.sample.SampleSender;
import org.laurelbridge.webapp.site.Site;

/** Pushes the demo's statements to the running server as a sender would, and shows what becomes of them. */
final class DemoRun {
    private static final Duration LOOK = Duration.ofMillis(30);
    /** So that a person sees what a statement did before the next one comes. */
    private static final Duration PAUSE = Duration.ofMillis(350);

    private final Bridge bridge;
    private final Site site;
    private final PrintWriter out;
    private final boolean terminal;
    private final SampleSender sender;

    /** @param terminal whether a person looks on */
    DemoRun(Bridge bridge, Site site, PrintWriter out, boolean terminal) {
        this.bridge = bridge;
        this.site = site;
        this.out = out;
        this.terminal = terminal;
        this.sender = new SampleSender(site.address(), DemoConfig.SOURCE, DemoConfig.SECRET);
    }

    /** Whether every badge expected, and no other, was issued and delivered. */
    boolean show() throws InterruptedException {
        StageBoard board = new StageBoard(out, terminal);
        board.head();
        for (DemoStatements.Request request : new DemoStatements(bridge.clock().instant()).requests()) {
            sender.send(request.body());
            board.begin(request.what());
            if (!Settling.await(bridge.stores().figures(), LOOK, board::show)) {
                throw new LaurelCommand.NotDone(request.what() + ": it stands still on its way");
            }
            board.end();
            if (terminal) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE.toMillis()));
            }
        }
        aside(bridge.stores().figures().read());
        List<String> missing = new DemoResult(bridge, out).tell();
        missing.forEach(one -> out.println("Missing: " + one));
        out.println();
        out.flush();
        return missing.isEmpty();
    }

    /**
     * Fills a course with learners under way.
     *
     * @return who can sign in
     */
    List<SampleCourse.Entry> fill(SampleCourse course) throws InterruptedException {
        List<SampleCourse.Entry> entries = course.open();
        List<String> statements = SampleCourse.statements(bridge.clock().instant());
        ProgressBar bar = new ProgressBar(out, "filling a course");
        sender.send(statements, sent -> bar.show(sent, statements.size()));
        bar.end();
        if (!Settling.await(bridge, out)) {
            throw new LaurelCommand.NotDone("the sample course stands still on its way");
        }
        sender.send(SampleCourse.correction());
        return entries;
    }

    private void aside(Snapshot figures) {
        out.printf(
                "Set aside: %d voided, %d parked until its actor is known, %d quarantined.%n%n",
                figures.voided(), figures.parked(), figures.quarantined());
    }

    /** Says what can be opened, and by whom, while the server goes on. */
    void invite(List<SampleCourse.Entry> entries) {
        out.println("Open in a browser:");
        line("The badges", "/");
        bridge.awards()
                .list(null, null, null, 1)
                .forEach(award -> line("An award, as employers see it", "/awards/" + award.credential()));
        line("Sign in", "/sign-in");
        out.println("with one of these names and passwords, made for this demo:");
        entries.forEach(entry -> out.printf("  %-15s %-17s %s%n", entry.name(), entry.password(), page(entry.role())));
        out.println("Everything of this demo is deleted when you stop it (Ctrl-C).");
        out.flush();
    }

    private static String page(Role role) {
        return switch (role) {
            case ADMINISTRATOR, VIEWER -> "/admin";
            case INSTRUCTOR -> "/teach";
            case LEARNER -> "/my";
        };
    }

    private void line(String what, String path) {
        out.printf("  %-30s %s%s%n", what, site.address(), path);
    }
}
