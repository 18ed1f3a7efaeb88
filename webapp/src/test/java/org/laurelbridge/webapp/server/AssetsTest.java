package org.laurelbridge.webapp.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurelbridge.webapp.Site;

/** Our files are kept for good, each under an address of its content alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssetsTest {
    private static final String STYLE = Assets.at("laurel.css");

    private final Site site =
            new Site((sessions, pages) -> List.of(Route.of(Access.PUBLIC, new AssetServlet(), "/assets/*")));

    @AfterAll
    void close() {
        site.close();
    }

    @Test
    void file_isKeptForAYear_underTheAddressOfItsContent() {
        HttpResponse<String> answer = site.get(STYLE);

        assertThat(STYLE).matches("/assets/[0-9a-f]{16}/laurel\\.css");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(answer.body()).contains("--leaf");
        assertThat(STYLE)
                .isNotEqualTo(Asset.of("laurel.css", "text/css", new byte[1]).address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/laurel.css", "/assets/0123456789abcdef/laurel.css", "/assets/x/laurel.css"})
    void anotherHash_orNone_leadsToThePresentFile_andIsNotKept(String path) {
        HttpResponse<String> answer = site.get(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(STYLE);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/", "/assets/other.css", "/assets/0123456789abcdef/", "/assets/a/b/laurel.css"})
    void whatIsNoFileOfOurs_isNotFound(String path) {
        assertThat(site.get(path).statusCode()).isEqualTo(404);
        assertThatThrownBy(() -> Assets.at("other.css")).hasMessageContaining("other.css");
    }

    @Test
    void templates_nameFilesByTheirContentAlone() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(template)).as(template.toString()).doesNotContain("/assets/");
            }
        }
    }
}
