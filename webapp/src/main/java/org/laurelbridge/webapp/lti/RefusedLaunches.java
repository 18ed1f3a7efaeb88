package org.laurelbridge.webapp.lti;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.lti.launch.Fault;
import org.laurelbridge.webapp.session.Doing;

/**
 * Tells the audit log which launches were refused: of each platform ten an hour, then the hundredth, the thousandth and so on, each with
 * its number, so that whoever sends thousands fills no log. Each node counts for itself. Safe for many threads.
 */
public final class RefusedLaunches {
    /** For what no registered platform is known. */
    static final String UNKNOWN = "unknown";

    private static final int EACH = 10;
    private static final int LONGEST = 300;

    private final Audit audit;
    private final InstantSource clock;
    private final Map<String, Integer> counted = new HashMap<>();
    private Instant hour = Instant.MIN;

    public RefusedLaunches(Audit audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** @param platform the id of a registered platform, or {@link #UNKNOWN} */
    void tell(HttpServletRequest request, String platform, List<Fault> faults) {
        tell(request, platform, faults.stream().map(Fault::sentence).collect(Collectors.joining("; ")));
    }

    /** @param why in words that name nobody */
    void tell(HttpServletRequest request, String platform, String why) {
        int number = count(platform);
        if (isTold(number)) {
            audit.append(
                    Doing.of(request),
                    Change.of("launch.refused", "platform", platform)
                            .to("why", why.substring(0, Math.min(LONGEST, why.length())))
                            .to("of this hour", number));
        }
    }

    // only registered platforms have a place of their own here: strangers cannot make it large
    private synchronized int count(String platform) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        if (!now.equals(hour)) {
            hour = now;
            counted.clear();
        }
        return counted.merge(platform, 1, Integer::sum);
    }

    private static boolean isTold(int number) {
        int rest = number;
        while (rest > EACH && rest % EACH == 0) {
            rest /= EACH;
        }
        return number <= EACH || rest == EACH;
    }
}
