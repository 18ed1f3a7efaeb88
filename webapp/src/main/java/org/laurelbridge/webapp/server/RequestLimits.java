package org.laurelbridge.webapp.server;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many requests are taken, by where they come from and by who asks. Each node counts for itself. */
public final class RequestLimits {
    private static final Logger LOG = LoggerFactory.getLogger(RequestLimits.class);
    private static final int DEAR = 5;

    /** Nobody is refused. */
    public static final RequestLimits NONE = new RequestLimits(LaurelConfig.Requests.ANY);

    private final Allowance addresses;
    private final Allowance persons;
    private final Allowance wrongCredentials;

    public RequestLimits(LaurelConfig.Requests most) {
        this.addresses = new Allowance(most.fromAddress());
        this.persons = new Allowance(most.ofPerson());
        this.wrongCredentials = new Allowance(most.fromAddress());
    }

    /** Counts a request by where it comes from, and one with credentials by these. */
    void count(HttpServletRequest request) {
        addresses.take(Origin.of(request), 1).ifPresent(wait -> refuse(request, wait));
        String credentials = request.getHeader("Authorization");
        if (credentials != null) {
            persons.demand("credentials " + fingerprint(credentials), 1);
        }
    }

    /** What else one counts for that takes long to answer. */
    void countDear(HttpServletRequest request) {
        addresses.take(Origin.of(request), DEAR - 1).ifPresent(wait -> refuse(request, wait));
    }

    void countPerson(UUID account) {
        persons.demand("account " + account, 1);
    }

    /** Refuses sources where too many were wrong; whoever has the right credentials counts for nothing. */
    void checkWrongCredentials(HttpServletRequest request) {
        wrongCredentials.left(Origin.of(request)).ifPresent(wait -> refuse(request, wait));
    }

    void countWrongCredentials(HttpServletRequest request) {
        wrongCredentials.use(Origin.of(request), DEAR);
    }

    private static void refuse(HttpServletRequest request, Duration wait) {
        if (request.getHeader("X-Forwarded-For") != null && request.getAttribute(Forwarded.BY_PROXY) == null) {
            LOG.warn("too many requests from one address, which looks like a proxy that http.proxy does not name");
        }
        throw RequestFailure.tooOften(wait);
    }

    // credentials are kept nowhere
    private static UUID fingerprint(String credentials) {
        return UUID.nameUUIDFromBytes(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
