package org.laurelbridge.webapp.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurelbridge.bridge.issue.CriteriaText;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What somebody wrote in Markdown, in a page. */
class MarkdownTest {
    private static final List<String> SAFE = List.of(
            "root",
            "p",
            "ul",
            "ol",
            "li",
            "em",
            "strong",
            "code",
            "pre",
            "blockquote",
            "hr",
            "br",
            "a",
            "h3",
            "h4",
            "h5",
            "h6");

    @Test
    void text_listsAndLinks_areShownAsThat() {
        assertThat(Markdown.html("Do *this*:\n\n1. a\n2. `b`\n\n[more](https://x.example/?a=1&b=2 \"why\")", 3))
                .isEqualTo("""
                        <p>Do <em>this</em>:</p>
                        <ol>
                        <li>a</li>
                        <li><code>b</code></li>
                        </ol>
                        <p><a rel="nofollow noopener" href="https://x.example/?a=1&amp;b=2" title="why">more</a></p>
                        """);
    }

    @Test
    void text_thatTurnsWhatStandsAroundIt_doesNot() {
        for (String text : new String[] {"a\u202Eb", "a&#x202E;b", "a\u2066b", "a\u0085b", "a\u001Bb"}) {
            assertThat(Markdown.html(text, 2)).as(text).isEqualTo("<p>ab</p>\n");
        }
    }

    @Test
    void headings_standBelowThoseOfThePage_withoutGaps() {
        assertThat(Markdown.html("# A\n### B\n\nC\n---\n# D\n", 3))
                .isEqualTo("<h3>A</h3>\n<h4>B</h4>\n<h4>C</h4>\n<h3>D</h3>\n");
        assertThat(Markdown.html("###### A", 2)).isEqualTo("<h2>A</h2>\n");
        assertThat(Markdown.html("# A\n## B\n### C\n#### D\n##### E\n###### F", 3))
                .endsWith("<h6>D</h6>\n<h6>E</h6>\n<h6>F</h6>\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a <img src=x onerror=alert(1)> b",
                "<svg/onload=alert(1)>",
                "[a](javascript:alert(1))",
                "[a](JaVaScRiPt:alert(1))",
                "[a](java&#x73;cript:alert(1))",
                "[a](\\javascript:alert(1))",
                "[a](<java\tscript:alert(1)>)",
                "[a](data:text/html;base64,PHNjcmlwdD4=)",
                "[a](vbscript:x)",
                "[a](file:///etc/passwd)",
                "[a](//evil.example)",
                "[a](/admin/sign-out)",
                "[a](?x#y)",
                "![a](https://tracker.example/p.png)",
                "[![a](https://tracker.example/p.png)](javascript:alert(1))",
                "![a](x\" onerror=\"alert(1))",
                "[a](https://x.example/\"onmouseover=\"alert(1))",
                "[a](https://x.example 'x\" onclick=\"alert(1)')",
                "<javascript:alert(1)>",
                "[a]: javascript:alert(1)\n\n[a]",
                "```\"><script>alert(1)</script>\n<b>\n```",
                "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62;",
                "&#1; \u0000 \u0007 \ud800 \ufffe",
                "<!-- --> <![CDATA[ ]]> <?php ?>",
                "${7*7} {{7*7}} @if(true)"
            })
    void hostile_isHarmless(String markdown) throws Exception {
        assertHarmless(markdown);
        assertThat(Markdown.html(markdown, 3)).doesNotContain("href=\"\"", "tracker.example/p");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {">", "- ", "1) ", "*a ", "**a ", "_a *", "[", "[a](", "<", "![", "`", "* ", "***a_", "> - "})
    void endlessNesting_isShownAsItIs_withASmallStack(String piece) throws Exception {
        String nested = piece.repeat(10_000 / piece.length()) + "a" + "a* ".repeat(3_000);
        String mirrored = piece.repeat(2_500) + "a"
                + new StringBuilder(piece).reverse().toString().repeat(2_500);
        AtomicReference<Throwable> trouble = new AtomicReference<>();
        Thread small = new Thread(
                null,
                () -> {
                    try {
                        assertHarmless(nested);
                        assertHarmless(mirrored);
                    } catch (Throwable failure) {
                        trouble.set(failure);
                    }
                },
                "small",
                256 * 1024);
        small.start();
        small.join();

        assertThat(trouble.get()).isNull();
    }

    @Test
    void anyText_isWellFormed_andSafe() throws Exception {
        Random random = new Random(7);
        List<String> pieces = List.of(
                "*",
                "_",
                "`",
                "[",
                "]",
                "(",
                ")",
                "<",
                ">",
                "!",
                "#",
                "\n",
                "\n\n",
                "    ",
                "- ",
                "1. ",
                "&",
                "\"",
                "'",
                "a",
                "javascript:",
                "https://x.example",
                "<b onclick=x>",
                "&#0;",
                "\\",
                "|",
                "~~~",
                "---",
                "\u202e",
                "\t");
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(40, 0, pieces.size()).forEach(piece -> text.append(pieces.get(piece)));
            assertHarmless(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Score at least 80 % on my_quiz (best attempt).",
                "Complete *Knots* and _ropes_ [1] of <b>lab</b>, a * b & c &amp; d \\ e \\* `f` [g](https://h.example).",
                "Pass C# ~basics~ | __init__ ![x](y) <https://z.example>"
            })
    void sentenceOfARule_isReadAsItIs(String sentence) throws Exception {
        assertThat(read(Markdown.html(CriteriaText.written(sentence), 3))
                        .getTextContent()
                        .strip())
                .isEqualTo(sentence);
        assertThat(Markdown.html(CriteriaText.written(sentence), 3))
                .startsWith("<p>")
                .doesNotContain("<em>", "<a ");
    }

    @Test
    void sentenceOfARule_isLeftWhereNothingWouldReadOtherwise() {
        String sentence = "Score at least 80 % on my_quiz [1] (best attempt): a * b & c, 5 < 6.";

        assertThat(CriteriaText.written(sentence)).isEqualTo(sentence);
    }

    private static void assertHarmless(String markdown) throws Exception {
        List<Element> elements = new ArrayList<>();
        NodeList all = read(Markdown.html(markdown, 3)).getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            elements.add((Element) all.item(i));
        }
        assertThat(elements).allSatisfy(element -> {
            assertThat(element.getTagName()).isIn(SAFE);
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                assertThat(element.getAttributes().item(i).getNodeName())
                        .isIn("href", "rel", "title", "start", "class");
            }
            if (element.getTagName().equals("a")) {
                assertThat(element.getAttribute("href")).matches("(?i)(https?://|mailto:).+");
                assertThat(element.getAttribute("rel")).isEqualTo("nofollow noopener");
            }
        });
    }

    private static Element read(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<root>" + html + "</root>")))
                .getDocumentElement();
    }
}
