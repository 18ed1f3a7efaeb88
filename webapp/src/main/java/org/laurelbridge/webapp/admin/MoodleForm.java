package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.deliver.moodle.KeptMoodle;
import org.laurelbridge.webapp.words.Saying;

/**
 * What was typed to connect a Moodle. The token is not in it: it is never shown again.
 *
 * @param problems all that is wrong; empty at first
 */
public record MoodleForm(String name, String root, boolean rosters, List<Saying> problems) {
    static final MoodleForm EMPTY = new MoodleForm("", "", false, List.of());
    private static final int LONGEST = 2_000;

    public MoodleForm {
        problems = List.copyOf(problems);
    }

    static MoodleForm of(KeptMoodle moodle) {
        return new MoodleForm(moodle.name(), moodle.root().toString(), moodle.rosters(), List.of());
    }

    MoodleForm with(Saying problem) {
        return new MoodleForm(name, root, rosters, List.of(problem));
    }

    /** @param known the one that is changed, whose name stays; null for a new one */
    static MoodleForm of(HttpServletRequest request, @Nullable KeptMoodle known) {
        MoodleForm typed = new MoodleForm(
                known == null ? ConnectionForm.name(ConnectionForm.text(request, "name")) : known.name(),
                ConnectionForm.text(request, "root"),
                !ConnectionForm.text(request, "rosters").isEmpty(),
                List.of());
        List<Saying> problems = new ArrayList<>();
        if (!ConnectionForm.isName(typed.name()) || typed.name().equals("own")) {
            problems.add(Saying.of("set-up.problem.name"));
        }
        Optional<URI> uri = typed.uri();
        if (uri.isEmpty()) {
            problems.add(Saying.of("moving.moodle.problem.root"));
        }
        String token = token(request);
        if (token.length() > LONGEST || (token.isEmpty() && known == null)) {
            problems.add(Saying.of("moving.moodle.problem.token"));
        }
        // else whoever may change an address could have the token sent to another one
        if (token.isEmpty() && known != null && uri.isPresent() && !uri.get().equals(known.root())) {
            problems.add(Saying.of("moving.moodle.problem.token-again"));
        }
        return new MoodleForm(typed.name, typed.root, typed.rosters, problems);
    }

    private static String token(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getParameter("token"), "").strip();
    }

    private Optional<URI> uri() {
        try {
            URI uri = new URI(root.replaceAll("/+$", ""));
            boolean isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean isPlain = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
            return Optional.of(uri)
                    .filter(one -> isHttp && isPlain && one.getHost() != null && root.length() <= LONGEST);
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }

    /** The Moodle that it describes; the form has no problems. Its token stays when none was typed. */
    KeptMoodle moodle(HttpServletRequest request, @Nullable KeptMoodle known) {
        String token = token(request);
        return new KeptMoodle(
                known == null ? UUID.randomUUID() : known.id(),
                name,
                uri().orElseThrow(),
                token.isEmpty() && known != null ? known.token() : token,
                rosters,
                known == null ? List.of() : known.places());
    }
}
