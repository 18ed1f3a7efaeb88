package org.laurelbridge.bridge.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.fetch.Fetched.Answer;

/**
 * The last good answers of issuers, so that a badge can still be checked, as of then, when its issuer does not answer. Bounded in
 * bytes and in number: the longest unused is forgotten first. Safe for many threads.
 */
public final class Memory {

    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final int MOST = 1_000;
    // what an entry takes beside its body and its address, about
    private static final int ENTRY = 500;

    private final Map<URI, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);
    private int bytes;

    synchronized void keep(URI address, Answer answer) {
        Answer old = answers.put(address, answer);
        bytes += size(address, answer) - (old == null ? 0 : size(address, old));
        Iterator<Map.Entry<URI, Answer>> oldest = answers.entrySet().iterator();
        while (bytes > MOST_BYTES || answers.size() > MOST) {
            Map.Entry<URI, Answer> entry = oldest.next();
            bytes -= size(entry.getKey(), entry.getValue());
            oldest.remove();
        }
    }

    private static int size(URI address, Answer answer) {
        return ENTRY + 2 * address.toString().length() + answer.body().length;
    }

    synchronized @Nullable Answer find(URI address, Instant now) {
        Answer answer = answers.get(address);
        return answer == null || answer.at().plus(LONGEST).isBefore(now) ? null : answer;
    }
}
