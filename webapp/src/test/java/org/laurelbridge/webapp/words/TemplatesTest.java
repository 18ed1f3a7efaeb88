package org.laurelbridge.webapp.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No template says anything in a language of its own. */
class TemplatesTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path STILL = Path.of("src/test/resources/org/laurelbridge/webapp/words/untranslated.txt");

    @Test
    void templates_haveNoWords() throws IOException {
        Map<String, List<String>> words = new TreeMap<>();
        for (Path template : templates()) {
            List<String> found = TemplateText.words(Files.readString(template));
            if (!found.isEmpty()) {
                words.put(TEMPLATES.relativize(template).toString(), found);
            }
        }
        Set<String> still = new TreeSet<>(Files.readAllLines(STILL));

        assertThat(words.keySet())
                .as("templates that are still English; the others say %s", words)
                .isEqualTo(still);
    }

    @Test
    void words_areFoundWhereverReadersSeeThem() {
        assertThat(TemplateText.words("<p>Hello</p>")).containsExactly("Hello");
        assertThat(TemplateText.words("<p>${words.say(\"my.badges\")}, ${page.name()}</p>"))
                .isEmpty();
        assertThat(TemplateText.words("@if(a == \"b c\")\n<p>1 · 2</p>\n@endif"))
                .isEmpty();
        assertThat(TemplateText.words("<img alt=\"A badge\" src=\"/a.png\">")).containsExactly("A badge");
        assertThat(TemplateText.words("<button aria-label=\"Remove ${page.title()}\">×</button>"))
                .containsExactly("Remove");
        assertThat(TemplateText.words("<p>${page.isOne() ? \"\" : \" or more\"}</p>"))
                .containsExactly("or more");
        assertThat(TemplateText.words("@template.layout(title = \"Signed out\", content = @`<p></p>`)"))
                .containsExactly("Signed out");
        assertThat(TemplateText.words("<input type=\"submit\" value=\"Go\">")).containsExactly("Go");
        assertThat(TemplateText.words("<input type=\"hidden\" value=\"yes\"><td class=\"said wide\"></td>"))
                .isEmpty();
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
