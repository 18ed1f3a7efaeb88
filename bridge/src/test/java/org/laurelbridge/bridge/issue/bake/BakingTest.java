package org.laurelbridge.bridge.issue.bake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What goes into a picture comes out of it, and the picture stays. */
class BakingTest {

    private static final String JWS = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln";

    static Stream<Arguments> everything() {
        return Stream.of(BakedKind.values())
                .flatMap(kind -> Bytes.texts().stream().map(text -> Arguments.of(kind, text)));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void png_comesOutAsItWentIn(BakedKind kind, String text) {
        byte[] baked = PngBaker.bake(Bytes.png(), kind, text);

        assertThat(only(Unbaker.unbake(baked))).isEqualTo(Baked.of(kind, text, ""));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void svg_comesOutAsItWentIn(BakedKind kind, String text) {
        byte[] baked = SvgBaker.bake(Bytes.utf8(Bytes.SVG), kind, text);

        assertThat(only(Unbaker.unbake(baked))).isEqualTo(Baked.of(kind, text, ""));
    }

    @ParameterizedTest
    @EnumSource
    void png_hasOneUncompressedChunkBeforeThePixelsAndIsOtherwiseTheSame(BakedKind kind) {
        byte[] plain = Bytes.joined(Bytes.png("tIME", new byte[7]), Bytes.utf8("after the end"));
        byte[] baked = PngBaker.bake(plain, kind, JWS);

        String chunk = kind.keyword() + "\0\0\0\0\0" + JWS;
        int place = new String(baked, StandardCharsets.ISO_8859_1).indexOf(chunk) - 8;
        int end = place + 12 + chunk.length();
        assertThat(new String(baked, place + 4, 4, StandardCharsets.US_ASCII)).isEqualTo("iTXt");
        assertThat(new String(baked, end + 4, 4, StandardCharsets.US_ASCII)).isEqualTo("IDAT");
        assertThat(Bytes.joined(Arrays.copyOf(baked, place), Arrays.copyOfRange(baked, end, baked.length)))
                .isEqualTo(plain);
    }

    @ParameterizedTest
    @EnumSource
    void svg_hasOneElementFirstAndIsOtherwiseTheSame(BakedKind kind) throws Exception {
        String baked = svg(kind, JWS);

        int place = baked.indexOf("<" + kind.tag());
        int end = baked.indexOf("/>", place) + 2;
        assertThat(baked.substring(0, place) + baked.substring(end)).isEqualTo(Bytes.SVG);
        Element root = parsed(baked).getDocumentElement();
        Element first = (Element) root.getFirstChild();
        assertThat(first.getNamespaceURI()).isEqualTo(kind.namespace());
        assertThat(first.getAttribute("verify")).isEqualTo(JWS);
    }

    @ParameterizedTest
    @EnumSource
    void secondBake_takesThePlaceOfTheFirst(BakedKind kind) {
        byte[] png = Bytes.png();
        byte[] svg = Bytes.utf8(Bytes.SVG);
        for (String first : Bytes.texts()) {
            assertThat(PngBaker.bake(PngBaker.bake(png, kind, first), kind, JWS))
                    .isEqualTo(PngBaker.bake(png, kind, JWS));
            assertThat(SvgBaker.bake(SvgBaker.bake(svg, kind, first), kind, JWS))
                    .isEqualTo(SvgBaker.bake(svg, kind, JWS));
        }
    }

    @Test
    void otherKinds_stay() {
        byte[] png = Bytes.png();
        byte[] svg = Bytes.utf8(Bytes.SVG);
        for (BakedKind kind : BakedKind.values()) {
            png = PngBaker.bake(png, kind, "{\"kind\":\"" + kind + "\"}");
            svg = SvgBaker.bake(svg, kind, "{\"kind\":\"" + kind + "\"}");
        }

        for (byte[] picture : List.of(png, svg)) {
            assertThat(((Unbaked.Found) Unbaker.unbake(picture)).all())
                    .extracting(Baked::kind)
                    .containsExactly(BakedKind.values());
        }
    }

    @Test
    void oldTextChunk_isReplacedToo() {
        byte[] old = Bytes.png("tEXt", Bytes.utf8("openbadges\0https://a.example/1"));

        assertThat(PngBaker.bake(old, BakedKind.OPEN_BADGE_2, JWS))
                .isEqualTo(PngBaker.bake(Bytes.png(), BakedKind.OPEN_BADGE_2, JWS));
    }

    @Test
    void svg_withElementsInsideTheOldCredential_losesThemAll() {
        String odd = "<svg><a><b/></a><x:credential xmlns:x='https://purl.imsglobal.org/ob/v3p0'> {} <!-- <y> -->"
                + "<c><d/><e></e></c></x:credential><f/></svg>";

        assertThat(new String(SvgBaker.bake(Bytes.utf8(odd), BakedKind.OPEN_BADGE_3, JWS), StandardCharsets.UTF_8))
                .isEqualTo(new String(
                        SvgBaker.bake(Bytes.utf8("<svg><a><b/></a><f/></svg>"), BakedKind.OPEN_BADGE_3, JWS),
                        StandardCharsets.UTF_8));
    }

    @Test
    void svg_thatIsEmpty_isOpened() throws Exception {
        byte[] baked = SvgBaker.bake(
                Bytes.utf8("\uFEFF<s:svg xmlns:s='http://www.w3.org/2000/svg'/>"), BakedKind.CLR_2, "{\"a\":1}");

        assertThat(only(Unbaker.unbake(baked)).text()).isEqualTo("{\"a\":1}");
    }

    @Test
    void svg_hostedAssertion_saysItsAddressToo() throws Exception {
        String baked = svg(BakedKind.OPEN_BADGE_2, "{\"id\":\"https://a.example/1?a=b&c=\\\"d\"}");

        Element first = (Element) parsed(baked).getDocumentElement().getFirstChild();
        assertThat(first.getAttribute("verify")).isEqualTo("https://a.example/1?a=b&c=\"d");
    }

    @Test
    void svg_whatXmlForbids_isEscapedAsJsonDoes() {
        assertThat(svg(BakedKind.OPEN_BADGE_3, "{\"a\":\"\uFFFF\uD800\"}")).contains("{\"a\":\"\\uffff\\ud800\"}");
    }

    @Test
    void bake_ofWhatIsNoPictureOrNoCredential_isRefused() {
        assertThatThrownBy(() -> PngBaker.bake(Bytes.utf8("<svg/>"), BakedKind.CLR_2, JWS))
                .isInstanceOf(BadPicture.class)
                .hasMessageContaining("the signature of a PNG");
        assertThatThrownBy(() -> SvgBaker.bake(Bytes.utf8("<html/>"), BakedKind.CLR_2, JWS))
                .isInstanceOf(BadPicture.class)
                .hasMessage("line 1, column 8: found the element html, expected svg (SVG 2 5.1)");
        assertThatThrownBy(() -> PngBaker.bake(Bytes.png(), BakedKind.OPEN_BADGE_3, "https://a.example"))
                .isInstanceOf(BadPicture.class)
                .hasMessageContaining("expected a JSON object or a compact JWS");
        assertThatThrownBy(() -> SvgBaker.bake(
                        Bytes.utf8("<!DOCTYPE svg [<!ENTITY a \"]\">]><svg/>"), BakedKind.OPEN_BADGE_3, JWS))
                .isInstanceOf(BadPicture.class);
    }

    private static String svg(BakedKind kind, String text) {
        return new String(SvgBaker.bake(Bytes.utf8(Bytes.SVG), kind, text), StandardCharsets.UTF_8);
    }

    private static Baked only(Unbaked unbaked) {
        assertThat(unbaked).isInstanceOf(Unbaked.Found.class);
        assertThat(((Unbaked.Found) unbaked).all()).hasSize(1);
        return ((Unbaked.Found) unbaked).all().get(0);
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(Bytes.utf8(svg)));
    }
}
