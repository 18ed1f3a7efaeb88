package org.laurelbridge.bridge.send.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurelbridge.bridge.deliver.Attempt;
import org.laurelbridge.bridge.fetch.Fetched;
import org.laurelbridge.bridge.fetch.Fetched.Answer;
import org.laurelbridge.bridge.fetch.Fetched.Failed;
import org.laurelbridge.bridge.fetch.Fetched.Trouble;
import org.laurelbridge.bridge.send.Shelf;
import org.laurelbridge.bridge.send.Shelf.Item;
import org.laurelbridge.bridge.send.Shelf.Listing;
import tools.jackson.databind.JsonNode;

/** What answers of hosts come to. */
class HostClientTest {
    private static final URI AT = URI.create("https://host.example/ims/ob/v3p0/credentials");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static HostClient answering(Fetched fetched) {
        return new HostClient((ask, longest) -> fetched, InstantSource.fixed(NOW));
    }

    private static Answer answer(int status, Map<String, String> headers, String body) {
        return new Answer(AT, status, headers, body.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private static Shelf.Put put(Fetched fetched) {
        return answering(fetched).put(AT, "token", "application/json", "{}");
    }

    private static Attempt attempt(Fetched fetched) {
        return ((Shelf.Put.Done) put(fetched)).attempt();
    }

    @ParameterizedTest
    @CsvSource({
        "200, Delivered",
        "201, Delivered",
        "204, Delivered",
        "304, Delivered",
        "302, Refused",
        "400, Refused",
        "403, Refused",
        "404, Refused",
        "409, Refused",
        "413, Refused",
        "422, Refused",
        "408, Later",
        "429, Later",
        "500, Later",
        "502, Later",
        "503, Later"
    })
    void statusesAreTakenByTheirMeaning(int status, String expected) {
        assertThat(attempt(answer(status, Map.of(), "")).getClass().getSimpleName())
                .isEqualTo(expected);
    }

    @Test
    void unauthorized_isAboutTheToken() {
        assertThat(put(answer(401, Map.of(), "{\"status\":{\"error\":\"no such token\",\"statusCode\":401}}")))
                .isEqualTo(new Shelf.Put.TokenRefused("answered 401: \"no such token\""));
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void whatMayHaveArrived_isUnknown_whatIsForbidden_isNotTriedAgain(Trouble trouble) {
        Class<?> expected = switch (trouble) {
            case TIME, BROKEN, SIZE, PACKED, REDIRECTS -> Attempt.Unknown.class;
            case NO_ADDRESS, NOT_HTTPS, PORT, NOT_PUBLIC -> Attempt.Refused.class;
            case UNKNOWN_NAME, CERTIFICATE, TOO_MANY -> Attempt.Later.class;
        };
        assertThat(attempt(new Failed(trouble))).isInstanceOf(expected);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "120|PT2M",
                "'Sun, 01 Mar 2026 12:10:00 GMT'|PT10M",
                "'Sun, 01 Mar 2026 11:00:00 GMT'|PT0S",
                "99999999999999999999|PT0S",
                "999999999|PT24H",
                "-5|PT0S",
                "soon|PT0S",
                "|PT0S"
            },
            delimiter = '|')
    void retryAfter_isSecondsOrADate_andBounded(@Nullable String header, Duration expected) {
        Map<String, String> headers = header == null ? Map.of() : Map.of("retry-after", header);
        assertThat(new Came.Answered(answer(429, headers, "")).wait(NOW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "<https://host.example/c?offset=2>; rel=\"next\"|https://host.example/c?offset=2",
                "<https://host.example/a>; rel=\"first\", <https://host.example/b?x=1,2>; rel=next|https://host.example/b?x=1,2",
                "<?offset=2>; rel=\"prev next\"|https://host.example/ims/ob/v3p0/credentials?offset=2",
                "<https://evil.example/c>; rel=\"next\"|",
                "<http://host.example/c>; rel=\"next\"|",
                "<https://host.example/c>; title=\"rel=next\"|",
                "<%%%>; rel=\"next\"|",
                "nonsense|"
            },
            delimiter = '|')
    void nextPage_isOfTheSameHost(String link, @Nullable String expected) {
        assertThat(Links.next(answer(200, Map.of("link", link), ""))
                        .map(URI::toString)
                        .orElse(null))
                .isEqualTo(expected);
    }

    @Test
    void endlessList_isCut() {
        int[] asked = {0};
        HostClient endless = new HostClient(
                (ask, longest) -> {
                    asked[0]++;
                    String next = "<https://host.example/c?page=" + asked[0] + ">; rel=\"next\"";
                    return answer(200, Map.of("link", next), "{\"credential\":[]}");
                },
                InstantSource.fixed(NOW));

        assertThat(new Pages(endless, HostClientTest::one).read(AT, "token"))
                .isInstanceOfSatisfying(
                        Listing.Stands.class,
                        stands -> assertThat(stands.isWhole()).isFalse());
        assertThat(asked[0]).isEqualTo(10);
    }

    private static List<Item> one(JsonNode page) {
        return List.of(new Item("https://host.example/1", null));
    }

    @Test
    void envelopeThatSaysOtherwise_counts() {
        assertThat(attempt(answer(200, Map.of(), "{\"status\":{\"error\":\"no such badge\",\"statusCode\":400}}")))
                .isEqualTo(new Attempt.Refused("answered 200: \"no such badge\""));
        assertThat(put(answer(200, Map.of(), "{\"status\":{\"statusCode\":401}}")))
                .isInstanceOf(Shelf.Put.TokenRefused.class);
        assertThat(attempt(answer(200, Map.of(), "{\"status\":{\"statusCode\":200}}")))
                .isEqualTo(new Attempt.Delivered());
        assertThat(attempt(answer(200, Map.of(), "{\"status\":\"ok\"}"))).isEqualTo(new Attempt.Delivered());
    }

    @Test
    void longLink_isReadInNoTime_orNot() {
        for (String link :
                List.of("<a>" + "x;".repeat(4_000), "<a>;" + " ".repeat(4_000), "<a>; rel=" + "a ".repeat(4_000))) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(2),
                    () -> assertThat(Links.next(answer(200, Map.of("link", link), "")))
                            .isEmpty());
        }
    }
}
