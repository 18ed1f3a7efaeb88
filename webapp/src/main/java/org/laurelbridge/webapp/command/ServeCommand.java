package org.laurelbridge.webapp.command;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.ConfigurationTrail;
import org.laurelbridge.webapp.site.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Runs the whole way and the web server until it is told to stop. */
@Command(name = "serve", description = "Runs Laurel until it is stopped.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable LaurelCommand laurel;

    @Override
    public Integer call() throws InterruptedException {
        LaurelCommand parent = Objects.requireNonNull(laurel);
        try (Bridge bridge = Bridge.open(parent.config(), InstantSource.system())) {
            new ConfigurationTrail(bridge.stores().audit(), bridge.stores().secrets()).tell(bridge.config());
            RuleFolder.applyConfigured(bridge, parent);
            try (Site site = Site.open(bridge)) {
                bridge.start();
                greet(parent, bridge, site);
                waitForTheEnd();
            }
        }
        return 0;
    }

    private static void greet(LaurelCommand parent, Bridge bridge, Site site) {
        parent.out().println("Laurel listens on " + site.address());
        if (!site.address().equals(bridge.config().publicUrl())) {
            parent.out().println("and is known as " + bridge.config().publicUrl());
        }
        FirstToken.make(bridge)
                .ifPresent(token -> List.of(
                                "",
                                "Administrator's token, shown this once: " + token,
                                "Sign in with it at " + site.address()
                                        + "/sign-in; lost, `laurel token create` makes another.")
                        .forEach(parent.out()::println));
        parent.out().flush();
    }

    /** A signal ends the process: the hook waits until everything under way has ended. */
    static void waitForTheEnd() throws InterruptedException {
        CountDownLatch stop = new CountDownLatch(1);
        Thread main = Thread.currentThread();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stop.countDown();
                            try {
                                main.join(20_000);
                            } catch (InterruptedException interrupted) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "stop"));
        stop.await();
    }
}
