package org.laurelbridge.bridge;

import java.time.InstantSource;
import org.laurelbridge.bridge.run.Runner;
import org.laurelbridge.bridge.run.Runs;
import org.laurelbridge.bridge.store.RunStore;

/** What takes longer than a page may, wired. */
public record Background(Runs runs, Runner runner) implements AutoCloseable {
    static Background of(Stores stores, InstantSource clock) {
        Runs runs = new RunStore(stores.database());
        return new Background(runs, new Runner(runs, clock));
    }

    @Override
    public void close() {
        runner.close();
    }
}
