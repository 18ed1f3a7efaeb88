package org.laurelbridge.bridge.issue.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnbakerTest {

    private static final String OB3 = "xmlns:o='https://purl.imsglobal.org/ob/v3p0'";
    private static final String OB2 = "xmlns:o='http://openbadges.org'";

    @Test
    void unbake_whatOthersBaked_isFound() {
        byte[] plain = Bytes.utf8("{\"é\":1}");
        assertThat(inside(Bytes.png("tEXt", Bytes.utf8("openbadges\0https://a.example/1"))))
                .isEqualTo("OPEN_BADGE_2 ADDRESS https://a.example/1");
        assertThat(inside(Bytes.png("iTXt", Bytes.joined(Bytes.utf8("openbadges\0\0\0de\0Üb\0 "), plain))))
                .isEqualTo("OPEN_BADGE_2 JSON {\"é\":1}");
        assertThat(inside(Bytes.png(
                        "iTXt", Bytes.joined(Bytes.utf8("openbadgecredential\0\1\0\0\0"), Bytes.deflated(plain)))))
                .isEqualTo("OPEN_BADGE_3 JSON {\"é\":1}");
        assertThat(inside("<svg " + OB2 + "><o:assertion verify='https://a.example/1'></o:assertion></svg>"))
                .isEqualTo("OPEN_BADGE_2 ADDRESS https://a.example/1");
        assertThat(inside("<svg " + OB2 + ">\n<g/><o:assertion verify='a.b.c'>\n <!-- --> </o:assertion></svg>"))
                .isEqualTo("OPEN_BADGE_2 SIGNED a.b.c");
        assertThat(inside("<svg " + OB2 + "><o:assertion verify='https://a.example/1'> {&quot;a&quot;:<![CDATA[1}]]>"
                        + "</o:assertion></svg>"))
                .isEqualTo("OPEN_BADGE_2 JSON {\"a\":1}");
    }

    @Test
    void unbake_otherEncodings_areRead() {
        String svg =
                "<?xml version='1.0' encoding='%s'?><svg " + OB3 + "><o:credential>{\"a\":\"é\"}</o:credential></svg>";

        assertThat(inside(svg.formatted("UTF-16").getBytes(StandardCharsets.UTF_16)))
                .isEqualTo("OPEN_BADGE_3 JSON {\"a\":\"é\"}");
        assertThat(inside(svg.formatted("ISO-8859-1").getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("OPEN_BADGE_3 JSON {\"a\":\"é\"}");
    }

    @Test
    void unbake_pictureWithout_hasNothing() {
        assertThat(Unbaker.unbake(Bytes.png())).isEqualTo(new Unbaked.Nothing());
        assertThat(Unbaker.unbake(Bytes.utf8(Bytes.SVG))).isEqualTo(new Unbaked.Nothing());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                          | found an empty file, expected a PNG or an SVG
            %PDF-1.4                                                    | found a PDF, expected a PNG or an SVG
            <?xml version="1.0" encoding="EBCDIC"?><svg/>               | line 1: found the encoding EBCDIC, expected UTF-8
            hello                                                       | begins with the bytes 68656c6c6f, expected
            <svg><a></svg>                                              | line 1, column 11: found text that is no XML: The element type "a" must be
            <html/>                                                     | found the element html, expected svg
            <svg NS><g><o:credential verify='a.b.c'/></g></svg>         | credentials directly below svg
            <svg NS><o:credential>hello</o:credential></svg>            | found the text "hello", expected a JSON object or a compact JWS
            <svg NS><o:credential verify='https://a.example'/></svg>    | found the text "https://a.example", expected
            <svg NS><o:credential/></svg>                               | found nothing, expected a JSON object
            <svg NS><o:credential verify='a.b.c'/><o:credential/></svg> | found a second credential (openbadgecredential)
            <!DOCTYPE svg [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><svg NS><o:credential>{&e;}</o:credential></svg> | found
            <!DOCTYPE svg [<!ENTITY e 'x'>]><svg NS><o:credential verify='{&e;}'/></svg> | found
            """)
    void unbake_whatMayNotBeRead_saysWhy(String picture, String said) {
        assertThat(problem(Bytes.utf8(picture.replace("NS", OB3)))).contains(said);
    }

    @Test
    void unbake_externalDocumentType_isNotFetched() {
        assertThat(inside("<!DOCTYPE svg SYSTEM 'http://127.0.0.1:9/x.dtd'><svg " + OB3
                        + "><o:credential verify='a.b.c'/></svg>"))
                .isEqualTo("OPEN_BADGE_3 SIGNED a.b.c");
    }

    @Test
    void unbake_damagedPng_saysWhere() {
        byte[] png = PngBaker.bake(Bytes.png(), BakedKind.OPEN_BADGE_3, "{}");
        byte[] changed = png.clone();
        changed[60] ^= 1;
        byte[] cut = Arrays.copyOf(png, png.length - 5);

        assertThat(problem(changed))
                .isEqualTo("byte 33 (chunk 2): found a chunk iTXt with the wrong check sum, "
                        + "expected its bytes unchanged (PNG 5.3)");
        assertThat(problem(cut)).contains("found the end of the file, expected a chunk, or IEND before");
    }

    @Test
    void unbake_bombs_areRefused() {
        byte[] bomb = Bytes.deflated(new byte[50_000_000]);
        assertThat(problem(Bytes.png("iTXt", Bytes.joined(Bytes.utf8("openbadgecredential\0\1\0\0\0"), bomb))))
                .contains("found a longer text, expected at most 2000000 bytes");
        assertThat(problem(Bytes.utf8("<svg>" + "<g>".repeat(100_000)))).contains("at most 200");
        assertThat(problem(new byte[0])).contains("an empty file");
        assertThat(problem(Bytes.utf8("<svg>" + " ".repeat(Unbaker.LARGEST_SVG))))
                .contains("SVG of 4000005 bytes");
        String laughs = "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>" + "<svg "
                + OB3 + "><o:credential>{&b;&b;&b;}</o:credential></svg>";
        assertThat(Unbaker.unbake(Bytes.utf8(laughs))).isInstanceOf(Unbaked.Unreadable.class);
    }

    @Test
    void unbake_manyChunks_areRefused() {
        byte[][] chunks = new byte[20_001][];
        Arrays.fill(chunks, PngChunks.written("teXt", new byte[0]));
        byte[] png = Bytes.png();
        int place = PngChunks.of(png).list().get(1).start();

        assertThat(problem(Bytes.joined(
                        Arrays.copyOf(png, place), Bytes.joined(chunks), Arrays.copyOfRange(png, place, png.length))))
                .contains("expected at most 20000");
    }

    @Test
    void unbake_mutations_neverThrow() {
        Random random = new Random(4);
        byte[] png = PngBaker.bake(
                PngBaker.bake(
                        Bytes.png(
                                "iTXt",
                                Bytes.joined(
                                        Bytes.utf8("clrcredential\0\1\0\0\0"),
                                        Bytes.deflated(Bytes.utf8("{\"clr\":2}")))),
                        BakedKind.OPEN_BADGE_3,
                        "{\"a\":1}"),
                BakedKind.OPEN_BADGE_2,
                "a.b.c");
        byte[] svg = SvgBaker.bake(
                SvgBaker.bake(Bytes.utf8(Bytes.SVG), BakedKind.OPEN_BADGE_3, "{\"a\":\"]]>\"}"),
                BakedKind.OPEN_BADGE_2,
                "a.b.c");
        int found = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] broken = Bytes.mutated(round % 2 == 0 ? png : svg, random);
            byte[] tried = round % 4 == 0 ? Bytes.mended(broken) : broken;
            found += Unbaker.unbake(tried) instanceof Unbaked.Found ? 1 : 0;
            bakeOrRefuse(tried);
        }
        assertThat(found).isBetween(100, 19_000);
    }

    /** The heap of the child is the bound: what takes more ends it. */
    @Test
    void unbake_largestFiles_takeLessThan64Megabytes(@TempDir Path folder) throws Exception {
        String credential = "<svg " + OB3 + "><o:credential";
        List<byte[]> pictures = List.of(
                Bytes.png("iTXt", filled("openbadges\0\0\0\0\0{")),
                Bytes.png("tEXt", filled("openbadges\0{")),
                Bytes.png("iTXt", filled("openbadges\0\0\0")),
                Bytes.png("teXt", filled("")),
                svg(credential + " verify='", "a", "'/></svg>"),
                svg(credential + "><![CDATA[{", "a", "]]></o:credential></svg>"),
                svg(credential + ">{", "&#97;", "</o:credential></svg>"),
                svg("<svg>", "<g>", ""),
                svg("<svg><", "a", "/></svg>"),
                svg("<svg><!--", "a", "--></svg>"),
                svg("<svg xmlns:", "a='b' xmlns:a", "='c'/>"),
                svg("<svg a='", "&#97;", "'/>"));
        for (int i = 0; i < pictures.size(); i++) {
            Files.write(folder.resolve(String.valueOf(i)), pictures.get(i));
        }
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        // the default one has no room for what is larger than half of its regions, however much is free
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(output.lines().toList()).containsExactly("8 of 12 unreadable");
        }
        assertThat(child.waitFor()).isZero();
    }

    /** Reads the pictures of a folder. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws IOException {
            int unreadable = 0;
            for (int i = 0; i < 12; i++) {
                byte[] picture = Files.readAllBytes(Path.of(arguments[0], String.valueOf(i)));
                unreadable += Unbaker.unbake(picture) instanceof Unbaked.Unreadable ? 1 : 0;
            }
            System.out.println(unreadable + " of 12 unreadable");
        }
    }

    private static byte[] filled(String head) {
        byte[] filled = new byte[Unbaker.LARGEST_PNG - 1_000];
        Arrays.fill(filled, (byte) 'a');
        System.arraycopy(Bytes.utf8(head), 0, filled, 0, head.length());
        return filled;
    }

    private static byte[] svg(String head, String piece, String tail) {
        return Bytes.utf8(head + piece.repeat((Unbaker.LARGEST_SVG - 200) / piece.length()) + tail);
    }

    private static void bakeOrRefuse(byte[] picture) {
        try {
            PngBaker.bake(picture, BakedKind.OPEN_BADGE_3, "{}");
        } catch (BadPicture refused) {
            assertThat(refused.problem().found()).isNotEmpty();
        }
        try {
            SvgBaker.bake(picture, BakedKind.OPEN_BADGE_3, "{}");
        } catch (BadPicture refused) {
            assertThat(refused.problem().found()).isNotEmpty();
        }
    }

    private static String inside(String svg) {
        return inside(Bytes.utf8(svg));
    }

    private static String inside(byte[] picture) {
        Unbaked unbaked = Unbaker.unbake(picture);
        assertThat(unbaked).isInstanceOf(Unbaked.Found.class);
        Baked baked = ((Unbaked.Found) unbaked).all().get(0);
        return baked.kind() + " " + baked.form() + " " + baked.text();
    }

    private static String problem(byte[] picture) {
        Unbaked unbaked = Unbaker.unbake(picture);
        assertThat(unbaked).isInstanceOf(Unbaked.Unreadable.class);
        return ((Unbaked.Unreadable) unbaked).problem().toString();
    }
}
