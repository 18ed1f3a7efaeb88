package org.laurelbridge.bridge.verify.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.verify.fetch.Fetched.Answer;

/**
 * The last good answers of issuers, so that a badge can still be checked, as of then, when its issuer does not answer. Bounded in
 * bytes: the longest unused is forgotten first. Safe for many threads.
 */
public final class Memory {

    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final Map<URI, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);
    private int bytes;

    synchronized void keep(URI address, Answer answer) {
        Answer old = answers.put(address, answer);
        bytes += answer.body().length - (old == null ? 0 : old.body().length);
        Iterator<Answer> oldest = answers.values().iterator();
        while (bytes > MOST_BYTES && oldest.hasNext()) {
            bytes -= oldest.next().body().length;
            oldest.remove();
        }
    }

    synchronized @Nullable Answer find(URI address, Instant now) {
        Answer answer = answers.get(address);
        return answer == null || answer.at().plus(LONGEST).isBefore(now) ? null : answer;
    }
}
