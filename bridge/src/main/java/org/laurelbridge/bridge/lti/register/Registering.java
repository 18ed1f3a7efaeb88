package org.laurelbridge.bridge.lti.register;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.laurelbridge.bridge.fetch.Ask;
import org.laurelbridge.bridge.fetch.Fetched;
import org.laurelbridge.bridge.fetch.Fetched.Answer;
import org.laurelbridge.bridge.fetch.Fetched.Failed;
import org.laurelbridge.bridge.fetch.Fetcher;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.verify.key.Documents;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Registers Laurel at a platform: asks what the platform is, tells it what Laurel is, and reads under which client id it is known from
 * then on. Blocks while the platform answers, at most ten seconds each time.
 */
public final class Registering {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final String CLAUSE = "Dynamic Registration 1.0 §3.7";
    private static final int LONGEST_ID = 255;

    private final Fetcher fetcher;
    private final ToolConfiguration tool;
    private final Supplier<UUID> ids;

    public Registering(Fetcher fetcher, ToolConfiguration tool, Supplier<UUID> ids) {
        this.fetcher = fetcher;
        this.tool = tool;
        this.ids = ids;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** The platform knows Laurel; it is not kept here yet. */
        record Registered(LtiPlatform platform) implements Outcome {}

        /** It does not, or not as it must: where, what was found, what was expected. */
        record Refused(List<Problem> problems) implements Outcome {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /**
     * Registers.
     *
     * @param invitation of an administrator
     * @param configuration {@code openid_configuration}, where the platform says what it is
     * @param token {@code registration_token}, sent to the registration endpoint and nowhere else
     */
    public Outcome register(Invitation invitation, URI configuration, Optional<String> token) {
        List<Problem> problems = new ArrayList<>();
        Optional<PlatformConfiguration> platform = object("openid_configuration", Ask.get(configuration), problems)
                .flatMap(answer -> PlatformConfiguration.read(answer, configuration, problems));
        return platform.flatMap(known -> object("registration", ask(known.registration(), token), problems)
                        .flatMap(answer -> platform(invitation, known, answer, problems)))
                .<Outcome>map(Outcome.Registered::new)
                .orElseGet(() -> new Outcome.Refused(problems));
    }

    private Ask ask(URI registration, Optional<String> token) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        token.ifPresent(bearer -> headers.put("Authorization", "Bearer " + bearer));
        return new Ask("POST", registration, headers, tool.json().toString());
    }

    private Optional<ObjectNode> object(String what, Ask ask, List<Problem> problems) {
        String place = what + " " + ask.address().getHost();
        Fetched came = fetcher.ask(ask, LONGEST);
        if (came instanceof Failed failed) {
            String why = failed.why().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            problems.add(new Problem(place, "no answer (" + why + ")", "JSON", ""));
            return Optional.empty();
        }
        Answer answer = (Answer) came;
        if (answer.status() != 200 && answer.status() != 201) {
            problems.add(new Problem(place, "status " + answer.status(), "200", CLAUSE));
            return Optional.empty();
        }
        if (Documents.read(answer.text()) instanceof Documents.Read.Good good) {
            return Optional.of(good.object());
        }
        problems.add(new Problem(place, "something else", "a JSON object", CLAUSE));
        return Optional.empty();
    }

    private Optional<LtiPlatform> platform(
            Invitation invitation, PlatformConfiguration known, ObjectNode answer, List<Problem> problems) {
        JsonNode clientId = answer.path("client_id");
        if (!isId(clientId)) {
            problems.add(new Problem("/client_id", "none", "a text of at most 255 characters", CLAUSE));
            return Optional.empty();
        }
        JsonNode deployment = answer.path(ToolConfiguration.TOOL).path("deployment_id");
        return Optional.of(new LtiPlatform(
                ids.get(),
                invitation.name(),
                known.issuer(),
                clientId.stringValue(),
                known.authorization(),
                known.token(),
                known.token().toString(),
                known.keys(),
                invitation.trustsEmail(),
                isId(deployment) ? Set.of(deployment.stringValue()) : Set.of()));
    }

    private static boolean isId(JsonNode value) {
        return value.isString()
                && !value.stringValue().isBlank()
                && value.stringValue().length() <= LONGEST_ID;
    }
}
