package org.laurelbridge.webapp.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.Showing;

/** One address of an award, for browsers and for programs. */
class NegotiationTest {

    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<String> get(Installation laurel, String path, String... accept) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(laurel.at(path)));
        for (String one : accept) {
            request.header("Accept", one);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void award_isAPageForBrowsers_andTheCredentialForPrograms() throws Exception {
        try (Installation laurel = new Installation(folder, Installation.badge("quiz"))) {
            var ada = laurel.learner("ada@example.org");
            laurel.scored("ada@example.org", "quiz", "0.91");
            Award award = laurel.signed(ada, "quiz");
            String path = "/awards/" + award.credential();
            String json = laurel.text(path + "/ob3.json");

            for (String page :
                    new String[] {BROWSER, "*/*", "text/html, application/vc;q=0.9", "image/png", "application/vc;q=0"
                    }) {
                HttpResponse<String> answer = get(laurel, path, page);
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .as(page)
                        .startsWith("text/html");
                assertThat(answer.headers().allValues("Vary")).anyMatch(vary -> vary.contains("Accept"));
            }
            assertThat(get(laurel, path).body()).contains("<title>");

            for (String type : new String[] {
                "application/vc",
                "application/vc+ld+json",
                "application/vc-ld+json",
                "application/ld+json",
                "application/json"
            }) {
                HttpResponse<String> answer = get(laurel, path, type);
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .startsWith(type);
                assertThat(answer.body()).isEqualTo(json);
            }
            assertThat(get(laurel, path, "application/vc;q=0.5, application/vc+jwt")
                            .body())
                    .startsWith("ey");
            HttpResponse<String> token = get(laurel, path, "text/html;q=0.2", "application/jwt");
            assertThat(token.headers().firstValue("Content-Type")).contains("application/jwt");
            assertThat(token.body()).startsWith("ey");
            assertThat(get(laurel, path + "/ob3.json", "text/html, application/vc;q=0.1")
                            .headers()
                            .firstValue("Content-Type"))
                    .contains("application/vc");

            new Showing(laurel.bridge.awards(), laurel.clock).show(award, false);
            assertThat(get(laurel, path, "application/vc").statusCode()).isEqualTo(404);
        }
    }
}
