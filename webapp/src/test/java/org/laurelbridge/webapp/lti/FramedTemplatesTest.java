package org.laurelbridge.webapp.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages that stand inside a platform's page must do without. */
class FramedTemplatesTest {

    // Chromium leaves out the cookies that it keeps for a frame: one saves the page to sign in at, named as the file
    @ParameterizedTest
    @ValueSource(strings = {"lti", "my", "teach"})
    void links_toFiles_areFollowedAndNotDownloaded(String folder) throws IOException {
        try (Stream<Path> templates = Files.list(Path.of("src/main/jte", folder))) {
            List<Path> all = templates.toList();
            assertThat(all).isNotEmpty();
            for (Path template : all) {
                assertThat(Files.readString(template))
                        .as(template.toString())
                        .doesNotContainPattern("<a [^>]*\" download[ >=]");
            }
        }
    }
}
