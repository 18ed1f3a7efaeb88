package org.laurelbridge.webapp.verify;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown (CommonMark) as HTML that is safe in a page, and well-formed for a certificate: its own HTML is shown as text, it loads no
 * pictures, it links to the web alone, and its headings stand below those of the page.
 */
final class Markdown {
    private static final int DEEPEST = 30;
    private static final int LOWEST_HEADING = 6;

    private static final int MOST_MARKS = 200;
    private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t\\r]*\\n");
    private static final Pattern WEB = Pattern.compile("(?i)(https?://|mailto:)[^\\s].*");
    // what no XML may hold, and what would turn the text around it (UAX #9 §2)
    private static final Pattern UNFIT =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]"
                    + "|[\\x7F-\\x9F\\u2028-\\u202E\\u2066-\\u2069]");

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
            .attributeProviderFactory(context -> Markdown::mark)
            .build();

    private Markdown() {}

    /**
     * The HTML of a text.
     *
     * @param level of its highest headings: 2 for h2
     */
    static String html(String markdown, int level) {
        Node document = isTangled(markdown) ? plain(markdown) : PARSER.parse(markdown);
        if (isDeep(document)) {
            document = plain(markdown);
        }
        document.accept(new Tamed(level));
        return UNFIT.matcher(RENDERER.render(document)).replaceAll("");
    }

    // the parser takes a step on its stack for each emphasis within another, the renderer for any node within another
    private static boolean isTangled(String markdown) {
        return BLANK_LINE
                .splitAsStream(markdown)
                .anyMatch(block ->
                        block.chars().filter(sign -> sign == '*' || sign == '_').count() > MOST_MARKS);
    }

    private static void mark(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Link) {
            attributes.put("rel", "nofollow noopener");
        }
    }

    private static Node plain(String text) {
        Node paragraph = new Paragraph();
        paragraph.appendChild(new Text(text));
        return paragraph;
    }

    private static boolean isDeep(Node document) {
        int depth = 0;
        Node node = document.getFirstChild();
        while (node != null && node != document && depth <= DEEPEST) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                continue;
            }
            while (node != document && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            node = node == document ? document : node.getNext();
        }
        return depth > DEEPEST;
    }

    /** Leaves what it says, and takes what it does. */
    private static final class Tamed extends AbstractVisitor {
        private final int level;
        private int last;

        Tamed(int level) {
            this.level = level;
            this.last = level - 1;
        }

        /** Never more than one below the heading before: readers that speak go by the outline. */
        @Override
        public void visit(Heading heading) {
            int wanted = Math.min(level + heading.getLevel() - 1, LOWEST_HEADING);
            last = Math.min(wanted, last + 1);
            heading.setLevel(last);
            visitChildren(heading);
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            unwrap(image);
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            if (!WEB.matcher(link.getDestination()).matches()) {
                unwrap(link);
            }
        }

        private static void unwrap(Node node) {
            Node child = node.getFirstChild();
            while (child != null) {
                Node next = child.getNext();
                node.insertBefore(child);
                child = next;
            }
            node.unlink();
        }
    }
}
