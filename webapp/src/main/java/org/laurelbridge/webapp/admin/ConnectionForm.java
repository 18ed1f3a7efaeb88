package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.listen.kept.KeptSource;
import org.laurelbridge.webapp.words.Saying;
import org.laurelbridge.xapi.XapiVersion;

/**
 * What was typed to connect an LRS. The secret is not in it: it is never shown again.
 *
 * @param version {@code 1.0.3} or {@code 2.0.0}
 * @param every seconds
 * @param earned whether the LRS is told what is earned
 * @param problems all that is wrong; empty at first
 */
public record ConnectionForm(
        String name, String endpoint, String key, String version, String every, boolean earned, List<Saying> problems) {
    static final ConnectionForm EMPTY = new ConnectionForm("", "", "", "1.0.3", "5", false, List.of());

    private static final int LONGEST = 255;
    private static final long MOST_SECONDS = 86_400;

    public ConnectionForm {
        problems = List.copyOf(problems);
    }

    static ConnectionForm of(KeptSource source) {
        KeptSource.Pulled pulled = Objects.requireNonNull(source.pulled());
        return new ConnectionForm(
                source.name(),
                pulled.endpoint().toString(),
                source.key(),
                pulled.version() == XapiVersion.V2_0 ? "2.0.0" : "1.0.3",
                String.valueOf(pulled.every().toSeconds()),
                pulled.earned(),
                List.of());
    }

    ConnectionForm with(Saying problem) {
        return new ConnectionForm(name, endpoint, key, version, every, earned, List.of(problem));
    }

    /** @param known the source that is changed, whose name stays; null for a new one */
    static ConnectionForm of(HttpServletRequest request, @Nullable KeptSource known) {
        ConnectionForm typed = new ConnectionForm(
                known == null ? name(text(request, "name")) : known.name(),
                text(request, "endpoint"),
                text(request, "key"),
                text(request, "version").startsWith("2") ? "2.0.0" : "1.0.3",
                text(request, "every"),
                !text(request, "earned").isEmpty(),
                List.of());
        List<Saying> problems = new ArrayList<>();
        if (!isName(typed.name())) {
            problems.add(Saying.of("set-up.problem.name"));
        }
        if (typed.uri().isEmpty()) {
            problems.add(Saying.of("set-up.problem.endpoint"));
        }
        if (typed.key().isEmpty()
                || typed.key().length() > LONGEST
                || typed.key().contains(":")) {
            problems.add(Saying.of("set-up.problem.key"));
        }
        String secret = secret(request);
        if (secret.length() > LONGEST || (secret.isEmpty() && (known == null || !known.isReady()))) {
            problems.add(Saying.of("set-up.problem.secret"));
        }
        // else whoever may change an address could have the secret sent to another one
        if (secret.isEmpty()
                && known != null
                && known.isReady()
                && typed.uri().isPresent()
                && !typed.isSameLrs(known)) {
            problems.add(Saying.of("set-up.problem.secret-again"));
        }
        if (typed.seconds().isEmpty()) {
            problems.add(Saying.of("set-up.problem.every", MOST_SECONDS));
        }
        return new ConnectionForm(
                typed.name, typed.endpoint, typed.key, typed.version, typed.every, typed.earned, problems);
    }

    static boolean isName(String name) {
        return name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    }

    /** A name as it was typed, with dashes for its spaces: people write names with spaces, and rules have none in theirs. */
    static String name(String typed) {
        return typed.replaceAll("\\s+", "-");
    }

    static String text(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }

    // as it is: blanks may belong to it
    private static String secret(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getParameter("secret"), "");
    }

    private boolean isSameLrs(KeptSource known) {
        KeptSource.Pulled pulled = known.pulled();
        return pulled != null && uri().map(pulled.endpoint()::equals).orElse(false);
    }

    private Optional<URI> uri() {
        try {
            URI uri = new URI(endpoint.replaceAll("/+$", ""));
            boolean isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean isPlain = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
            return Optional.of(uri)
                    .filter(one -> isHttp && isPlain && one.getHost() != null && endpoint.length() <= 2_000);
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }

    private Optional<Duration> seconds() {
        return Optional.of(every)
                .filter(text -> text.matches("[0-9]{1,5}"))
                .map(Long::parseLong)
                .filter(seconds -> seconds >= 1 && seconds <= MOST_SECONDS)
                .map(Duration::ofSeconds);
    }

    /**
     * The source that it describes; the form has no problems.
     *
     * @param known the one that is changed; its secret stays when none was typed, and another endpoint is another LRS
     */
    KeptSource source(HttpServletRequest request, @Nullable KeptSource known) {
        KeptSource.Pulled pulled = new KeptSource.Pulled(
                uri().orElseThrow(),
                version.equals("2.0.0") ? XapiVersion.V2_0 : XapiVersion.V1_0,
                seconds().orElseThrow(),
                earned);
        String secret = secret(request);
        return new KeptSource(
                known != null && isSameLrs(known) ? known.id() : UUID.randomUUID(),
                name,
                key,
                secret.isEmpty() && known != null ? known.secret() : secret,
                pulled);
    }
}
