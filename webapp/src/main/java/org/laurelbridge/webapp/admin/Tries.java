package org.laurelbridge.webapp.admin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Wrong tries to sign in, counted by who makes them. Forgotten with a restart: tokens are far too long to be guessed anyway. */
final class Tries {
    private static final int ALLOWED = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    private final InstantSource clock;
    private final Map<String, Window> windows = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > REMEMBERED;
        }
    };

    Tries(InstantSource clock) {
        this.clock = clock;
    }

    private record Window(Instant end, int wrong) {}

    /** Whether this one may try. */
    synchronized boolean mayTry(String who) {
        Window window = windows.get(who);
        return window == null || window.wrong() < ALLOWED || !clock.instant().isBefore(window.end());
    }

    synchronized void wrong(String who) {
        Instant now = clock.instant();
        Window window = windows.get(who);
        if (window == null || !now.isBefore(window.end())) {
            windows.put(who, new Window(now.plus(WINDOW), 1));
        } else {
            windows.put(who, new Window(window.end(), window.wrong() + 1));
        }
    }
}
