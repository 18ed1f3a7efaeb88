package org.laurelbridge.webapp.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.backpack.Backpack.Received;
import org.laurelbridge.bridge.verify.report.Verdict;

/** One Laurel sends a badge to another, page by page as its learner does it: there it is verified and kept. */
class LaurelToLaurelTest {
    private static final String BACKPACKS = "/my/backpacks";
    private static final Pattern FIELD = Pattern.compile("<input[^>]* name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern GO = Pattern.compile("class=\"btn btn-primary\" href=\"([^\"]+)\"");

    @TempDir
    private Path folder;

    @Test
    void badge_goesFromOneToTheOther_isGenuineThere_andCanBeTakenAwayAgain() throws IOException {
        try (Laurel one = new Laurel(Files.createDirectory(folder.resolve("one")));
                Laurel other = new Laurel(Files.createDirectory(folder.resolve("other")))) {
            Award award = one.earn();
            String path = connect(one, other);
            one.post(path, path, Map.of("what", "choose", "all", "yes", "fresh", "yes"));
            one.waitUntil(() -> one.get(path).body().contains("state good\">Sent<"));

            List<Received> there = other.bridge.stores().backpack().listReceived(other.ada);
            assertThat(there).hasSize(1);
            assertThat(there.get(0).shown().title()).isEqualTo("Kubernetes fundamentals");
            assertThat(there.get(0).shown().verdict()).isEqualTo(Verdict.GENUINE);
            assertThat(other.bridge
                            .stores()
                            .backpack()
                            .content(other.ada, there.get(0).id()))
                    .hasValueSatisfying(kept -> assertThat(new String(kept, StandardCharsets.UTF_8))
                            .isEqualTo(one.bridge
                                    .stores()
                                    .credentials()
                                    .find(award.credential())
                                    .orElseThrow()));
            assertThat(one.get(path + "/there").body()).contains("it holds 1 badges", "As it is now");

            HttpResponse<String> ended = one.post(path, path, Map.of("what", "disconnect"));
            assertThat(ended.headers().firstValue("Location").orElseThrow()).endsWith("?done=backpack-ended");
            assertThat(other.bridge.stores().backpack().listReceived(other.ada)).hasSize(1);
        }
    }

    /** Ada, signed in at both, connects the other as her backpack. */
    private static String connect(Laurel one, Laurel other) {
        HttpResponse<String> found = one.post(BACKPACKS, BACKPACKS, Map.of("address", other.address.toString()));
        Matcher go = GO.matcher(found.body());
        assertThat(go.find()).as(found.body()).isTrue();
        URI asked = URI.create(go.group(1).replace("&amp;", "&"));
        HttpResponse<String> consent = other.get(asked.getRawPath() + "?" + asked.getRawQuery());
        assertThat(consent.statusCode()).as(consent.body()).isEqualTo(200);
        String form = FIELD.matcher(consent.body())
                .results()
                .map(field ->
                        field.group(1) + "=" + Laurel.encoded(field.group(2).replace("&amp;", "&")))
                .collect(Collectors.joining("&", "", "&decision=allow"));
        HttpResponse<String> allowed = other.submit("/oauth/authorize", form);
        URI back = URI.create(allowed.headers().firstValue("Location").orElseThrow());
        assertThat(back.getRawPath()).as(back.toString()).isEqualTo(BACKPACKS + "/back");
        HttpResponse<String> connected = one.get(back.getRawPath() + "?" + back.getRawQuery());
        return URI.create(connected
                        .headers()
                        .firstValue("Location")
                        .orElseThrow(() -> new AssertionError(connected.body())))
                .getPath();
    }
}
