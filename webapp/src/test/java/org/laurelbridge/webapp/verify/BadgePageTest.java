package org.laurelbridge.webapp.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.webapp.server.Pages;

/** The page of a badge. */
class BadgePageTest {

    private static String page(String description, String criteria) {
        Achievement achievement =
                new Achievement("quiz", 1, "Quiz", description, criteria, null, List.of(), List.of(), false);
        return new Pages().render("verify/badge.jte", BadgePage.of(achievement, Issued.issuer(Issued.PUBLIC), 1));
    }

    @Test
    void criteria_areMarkdown_belowTheirHeading_theDescriptionIsText() {
        assertThat(page("A *good* badge", "# First\n\nDo **this** <script>alert(1)</script>"))
                .contains("A *good* badge")
                .contains("<h2 id=\"criteria\">How it is earned</h2>")
                .contains("<h3>First</h3>\n<p>Do <strong>this</strong> &lt;script&gt;alert(1)&lt;/script&gt;</p>");
    }
}
