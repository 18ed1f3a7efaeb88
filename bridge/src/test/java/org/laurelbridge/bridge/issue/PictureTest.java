package org.laurelbridge.bridge.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PictureTest {

    @Test
    void of_sameBadge_isTheSame() {
        assertThat(Picture.of("k8s-quiz", "Kubernetes fundamentals"))
                .isEqualTo(Picture.of("k8s-quiz", "Kubernetes fundamentals"));
    }

    @Test
    void of_otherBadge_hasOtherColoursAndIds() {
        assertThat(Picture.of("k8s-quiz", "Safety")).isNotEqualTo(Picture.of("scorm-safety", "Safety"));
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
        Document picture = parse(Picture.of("any", title));

        String said = picture.getElementsByTagName("title").item(0).getTextContent();
        assertThat(said).isEqualTo(title.replaceAll("[\u0007\uD800]", ""));
        assertThat(picture.getElementsByTagName("script").getLength()).isZero();
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

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
