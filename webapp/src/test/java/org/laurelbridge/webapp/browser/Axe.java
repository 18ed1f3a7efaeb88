package org.laurelbridge.webapp.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** axe-core's rules on a page: those of WCAG 2.2 A and AA, and its best practice. */
final class Axe {
    private static final String SCRIPT = script();
    private static final String RUN = """
            async () => {
              const found = await axe.run(document, {resultTypes: ['violations'], runOnly: {type: 'tag',
                values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}});
              return found.violations.map(one => one.id + ': ' + one.help + ': '
                + one.nodes.slice(0, 3).map(node => node.html + ' ' + (node.any[0] || node.all[0] || node.none[0]).message)
                    .join(' | '));
            }""";

    private Axe() {}

    /** What is wrong, in words; empty when nothing is. */
    static List<String> violations(Page page) {
        if (Boolean.FALSE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(SCRIPT);
        }
        return ((List<?>) page.evaluate(RUN)).stream().map(String::valueOf).toList();
    }

    private static String script() {
        try (InputStream stream = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
