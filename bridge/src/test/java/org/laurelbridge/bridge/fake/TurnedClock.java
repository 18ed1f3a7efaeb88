package org.laurelbridge.bridge.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that goes only when a test turns it. */
public final class TurnedClock implements InstantSource {

    private final AtomicReference<Instant> now;

    public TurnedClock(String start) {
        this.now = new AtomicReference<>(Instant.parse(start));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    public void turn(Duration further) {
        now.updateAndGet(before -> before.plus(further));
    }
}
