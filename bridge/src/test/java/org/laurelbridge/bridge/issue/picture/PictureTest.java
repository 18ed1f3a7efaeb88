package org.laurelbridge.bridge.issue.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PictureTest {

    private static final Letters LETTERS = Letters.load();
    private static final Picture PICTURE = new Picture(LETTERS);
    private static final Colour BLUE = new Colour(0x1f4e79);
    private static final Colour GOLD = new Colour(0xe9b949);

    @Test
    void of_sameBadge_isTheSame() {
        assertThat(PICTURE.of("k8s-quiz", "Kubernetes fundamentals"))
                .isEqualTo(new Picture(Letters.load()).of("k8s-quiz", "Kubernetes fundamentals"));
    }

    @Test
    void of_otherBadge_hasOtherColoursAndIds() {
        assertThat(PICTURE.of("k8s-quiz", "Safety")).isNotEqualTo(PICTURE.of("scorm-safety", "Safety"));
        assertThat(ids(PICTURE.of("k8s-quiz", "Safety"))).doesNotContainAnyElementsOf(ids(PICTURE.of("other", "x")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kubernetes fundamentals",
                "A",
                "",
                "  ",
                "<script>alert(1)</script> & \"more\" 'x'",
                "]]>",
                "网络安全 基础",
                "bell \u0007 and \uD800 half a pair",
                "Donaudampfschifffahrtsgesellschaft",
                "🏆 winners 🏆",
                "one two three four five six seven eight nine ten eleven twelve"
            })
    void of_anyTitle_isWellFormedAndSaysItWhole(String title) throws Exception {
        Document picture = parse(PICTURE.of("any", title));

        String said = picture.getElementsByTagName("title").item(0).getTextContent();
        assertThat(said).isEqualTo(title.replaceAll("[\u0007\uD800]", ""));
        assertThat(picture.getDocumentElement().getAttribute("role")).isEqualTo("img");
    }

    @ParameterizedTest
    @EnumSource
    void of_anyDesign_needsNothingOutsideIt(BadgeShape shape) throws Exception {
        for (BadgeIcon icon : BadgeIcon.values()) {
            String svg = PICTURE.of("any", "T", design(shape, icon, List.of("One", "Two"), "Advanced"));

            Document picture = parse(svg);
            for (String tag : List.of("script", "text", "image", "style", "a", "foreignObject")) {
                assertThat(picture.getElementsByTagName(tag).getLength()).isZero();
            }
            assertThat(svg.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                    .doesNotContain("://", " on", "currentColor", "NaN")
                    .doesNotContainPattern("href=\"[^#]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void layout_ofAnyText_staysInTheShape(BadgeShape shape) {
        Random random = new Random(shape.ordinal());
        for (int round = 0; round < 300; round++) {
            Room room = shape.room(random.nextBoolean());
            List<Letters.Line> lines = lines(random);
            Head head = switch (random.nextInt(3)) {
                case 0 -> lines.isEmpty() ? new Head.Icon(BadgeIcon.STAR) : new Head.Empty();
                case 1 -> new Head.Initials(LETTERS.line("WQj"));
                default -> new Head.Icon(BadgeIcon.STAR);
            };

            Layout layout = Layout.of(room, head, lines);

            for (int i = 0; i < lines.size(); i++) {
                Rectangle2D box = lines.get(i).outline().getBounds2D();
                double base = layout.baselines().get(i);
                double top = base - Layout.CAPITAL * layout.size();
                assertThat(room.width(top, base)).isGreaterThanOrEqualTo(box.getWidth() * layout.size() * 0.97);
            }
            assertThat(layout.headTop()).isGreaterThanOrEqualTo(room.top());
            assertThat(layout.head() + layout.headTop()).isLessThanOrEqualTo(room.bottom());
        }
    }

    @Test
    void room_ofACircle_isAsWideAsItsChord() {
        Room room = BadgeShape.CIRCLE.room(false);

        assertThat(room.width(200, 200)).isBetween(330.0, 333.0);
        assertThat(room.width(100, 300)).isBetween(263.0, 266.0);
        assertThat(room.width(20, 200)).isZero();
        assertThat(room.above(250).width(200, 260)).isZero();
    }

    @Test
    void initials_areThoseOfTheTellingWords() {
        assertThat(PictureText.of("Introduction to the art of Java").initials()).isEqualTo("IAJ");
        assertThat(PictureText.of("safety").initials()).isEqualTo("Sa");
        assertThat(PictureText.of("SCORM safety").initials()).isEqualTo("SC");
        assertThat(PictureText.of("🏆").initials()).isEqualTo("★");
    }

    @Test
    void lines_ofALongTitle_areCut() {
        assertThat(PictureText.of("Proctored exam within 30 days after the secure operations course")
                        .lines())
                .containsExactly("Proctored exam", "within 30 days", "after the sec…");
        assertThat(PictureText.of("Donaudampfschifffahrtsgesellschaft").lines()).containsExactly("Donaudampfschif…");
    }

    private static List<Letters.Line> lines(Random random) {
        List<Letters.Line> lines = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            String letters = "iWmj ÅgM".repeat(4);
            lines.add(LETTERS.line(letters.substring(random.nextInt(5), 6 + random.nextInt(20))));
        }
        return lines;
    }

    private static PictureDesign design(BadgeShape shape, BadgeIcon icon, List<String> text, String level) {
        return new PictureDesign(shape, BLUE, GOLD, Colour.WHITE, icon, text, level);
    }

    private static List<String> ids(String svg) {
        return java.util.regex.Pattern.compile(" id=\"(\\w+)\"")
                .matcher(svg)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
