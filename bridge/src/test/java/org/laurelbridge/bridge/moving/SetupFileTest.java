package org.laurelbridge.bridge.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.issue.picture.Letters;
import org.laurelbridge.bridge.issue.picture.PictureDesignJson;
import org.laurelbridge.bridge.issue.picture.Pictures.Source;
import org.laurelbridge.bridge.issue.picture.UploadedPicture;
import org.laurelbridge.bridge.listen.kept.KeptSource;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.document.Problems;
import org.laurelbridge.xapi.Problem;
import org.laurelbridge.xapi.XapiVersion;

class SetupFileTest {
    private static final PictureDesignJson DESIGNS = new PictureDesignJson(Letters.load());
    private static final String DESIGN =
            "{\"shape\":\"circle\",\"background\":\"#123456\",\"edge\":\"#654321\",\"ink\":\"#ffffff\",\"text\":[\"Quiz: 1\",\"yes\"]}";
    private static final String[] PIECES = {
        "a",
        "\n",
        "\n\n",
        " ",
        "  ",
        "\t",
        "\r",
        "\r\n",
        ":",
        "#",
        "- ",
        "\"",
        "'",
        "\\",
        "|",
        "---",
        "ü",
        "日",
        "\u2028",
        "\u0085",
        "\uFEFF",
        "😀",
        "\u0000",
        "%",
        "&",
        "*",
        "!",
        "{",
        "true",
        "1",
        "kind: badge\n"
    };

    private static Setup read(byte[] file) {
        Problems problems = new Problems();
        Setup setup = new SetupReader(SetupFile.of(file, problems).orElseThrow(), DESIGNS, problems).read();
        assertThat(problems.list()).isEmpty();
        return setup;
    }

    private static List<String> wrong(String document) {
        return wrong(document.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> wrong(byte[] file) {
        Problems problems = new Problems();
        SetupFile.of(file, problems).ifPresent(one -> new SetupReader(one, DESIGNS, problems).read());
        return problems.list().stream().map(Problem::toString).toList();
    }

    @Test
    void everyText_isReadBackLetterByLetter() {
        Random random = new Random(7);
        for (int run = 0; run < 500; run++) {
            List<RuleText> rules = new ArrayList<>();
            for (int rule = 0; rule < 3; rule++) {
                rules.add(new RuleText(rule + text(random), "x" + text(random)));
                rules.add(new RuleText("y" + rule + text(random), text(random) + "x"));
            }
            Setup setup = new Setup(rules, null, null);
            assertThat(read(SetupWriter.write(setup))).as("run %s", run).isEqualTo(setup);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int piece = random.nextInt(6); piece > 0; piece--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    @Test
    void rules_standLineByLine() {
        Setup setup = new Setup(List.of(new RuleText("badge-quiz.yaml", "kind: badge\n\ntitle: Übung\n")), null, null);
        assertThat(SetupWriter.document(setup)).endsWith("""
                setup: 1
                rules:
                  badge-quiz.yaml: |
                    kind: badge

                    title: Übung
                """);
    }

    @Test
    void everyPart_isReadBack() throws IOException {
        KeptSource.Pulled pulled = new KeptSource.Pulled(
                URI.create("https://lrs.example/xapi"), XapiVersion.V2_0, Duration.ofSeconds(90), true);
        UploadedPicture.Accepted brought = (UploadedPicture.Accepted) UploadedPicture.of(png());
        Setup setup = new Setup(
                List.of(),
                Map.of("quiz", new Source.Designed(DESIGN), "no", new Source.Uploaded(brought.png())),
                Map.of("lrs", new Setup.Connection("key", pulled), "app.1", new Setup.Connection("app.1", null)));
        assertThat(read(SetupWriter.write(setup))).isEqualTo(setup);
        assertThat(SetupWriter.write(setup)).isEqualTo(SetupWriter.write(read(SetupWriter.write(setup))));
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_ARGB), "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void whatIsNotThere_isNotSpokenOf() {
        assertThat(read("setup: 1\nrules: {}\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Setup(List.of(), null, null));
    }

    @Test
    void everyMistake_isToldWithItsLine() {
        assertThat(wrong("""
                setup: 1
                rules:
                  quiz.yaml: 7
                pictures:
                  quiz: {shape: circel, background: "#123456", edge: "#654321", ink: "#ffffff", text: [Quiz]}
                  lab: brought
                  exam: [1]
                connections:
                  a b: {key: k}
                  lrs: {key: "a:b", endpoint: "ftp://lrs.example", every: 2w, version: 3.0.0, secret: s}
                connectoins: {}
                """))
                .satisfiesExactly(
                        one -> assertThat(one).contains(":3:", "text, in quotes"),
                        one -> assertThat(one).contains(":5:", "circel", "circle"),
                        one -> assertThat(one).contains(":6:", "no pictures/lab.png in the ZIP"),
                        one -> assertThat(one).contains(":7:", "a list"),
                        one -> assertThat(one).contains(":9:", "\"a b\""),
                        one -> assertThat(one).contains(":10:", "this key"),
                        one -> assertThat(one).contains(":10:", "this endpoint"),
                        one -> assertThat(one).contains(":10:", "3.0.0"),
                        one -> assertThat(one).contains(":10:", "every 1209600s"),
                        one -> assertThat(one).contains(":10:", "the key \"secret\""),
                        one -> assertThat(one).contains(":11:", "connectoins", "connections"));
    }

    @Test
    void whatIsNoFileOfOurs_isToldInWords() throws IOException {
        assertThat(wrong("")).singleElement().asString().contains("one document");
        assertThat(wrong("setup: 2\nrules: {}\n")).singleElement().asString().contains("from 1 to 1");
        assertThat(wrong("setup: 1\n")).singleElement().asString().contains("at least one of rules");
        assertThat(wrong(new byte[] {(byte) 0xff, 1, 2}))
                .singleElement()
                .asString()
                .contains("no text");
        assertThat(wrong(new byte[] {'P', 'K', 3, 4, 0, 0}))
                .singleElement()
                .asString()
                .contains("ZIP");
        assertThat(wrong(zip(1, "else.yaml"))).singleElement().asString().contains("no laurel-setup.yaml");
        assertThat(wrong(new byte[Moving.MOST_BYTES + 1]))
                .singleElement()
                .asString()
                .contains("at most 15000000");
    }

    @Test
    void aZipThatUnpacksWithoutEnd_isGivenUp() throws IOException {
        assertThat(wrong(zip(61_000_000, "big"))).singleElement().asString().contains("more than that in the ZIP");
        String[] names = new String[1_001];
        for (int i = 0; i < names.length; i++) {
            names[i] = "n" + i;
        }
        assertThat(wrong(zip(1, names))).singleElement().asString().contains("at most 1000 files");
    }

    private static byte[] zip(int size, String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(new byte[size]);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void whatCouldNotBeReadAgain_isNotWritten() {
        List<RuleText> rules = IntStream.range(0, 21)
                .mapToObj(one -> new RuleText("badge-" + one + ".yaml", "x".repeat(100_000)))
                .toList();
        assertThat(read(SetupWriter.write(new Setup(rules.subList(0, 19), null, null)))
                        .rules())
                .hasSize(19);
        assertThatThrownBy(() -> SetupWriter.write(new Setup(rules, null, null)))
                .isInstanceOf(SetupWriter.TooLarge.class)
                .hasMessageContaining("at most 2000000 can be brought in again");
    }
}
