package org.laurelbridge.bridge.issue.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurelbridge.xapi.Problem;

class PictureDesignJsonTest {

    private static final PictureDesignJson JSON = new PictureDesignJson(Letters.load());
    private static final String COLOURS = "'shape':'shield','background':'#1f4e79','edge':'#e9b949','ink':'#ffffff'";

    @Test
    void read_whatWasWritten_isTheSame() {
        PictureDesign full = new PictureDesign(
                BadgeShape.HEXAGON,
                new Colour(0x1f4e79),
                new Colour(0xe9b949),
                Colour.WHITE,
                BadgeIcon.LOCK,
                List.of("Größe", "אב"),
                "Advanced");
        PictureDesign bare = new PictureDesign(
                BadgeShape.WREATH, Colour.WHITE, Colour.WHITE, Colour.BLACK, null, List.of("A"), null);

        assertThat(JSON.read(JSON.write(full))).isEqualTo(new DesignRead.Good(full));
        assertThat(JSON.read(JSON.write(bare))).isEqualTo(new DesignRead.Good(bare));
        assertThat(JSON.write(full))
                .isEqualTo("{\"shape\":\"hexagon\",\"background\":\"#1f4e79\",\"edge\":\"#e9b949\","
                        + "\"ink\":\"#ffffff\",\"icon\":\"lock\",\"text\":[\"Größe\",\"אב\"],\"level\":\"Advanced\"}");
    }

    @Test
    void read_absentAndNull_areTheSame() {
        assertThat(read("{" + COLOURS + ",'icon':'star','text':null,'level':null}"))
                .isEqualTo(read("{" + COLOURS + ",'icon':'star'}"))
                .isInstanceOf(DesignRead.Good.class);
    }

    @Test
    void read_allProblems_comeAtOnce() {
        assertThat(problems("{'shape':'sheild','background':'blue','ink':3,'icon':'lok','text':['a','网',''],"
                        + "'level':'123456789012345678901','colour':1}"))
                .containsExactly(
                        "/colour: found the field \"colour\", expected one of shape, background, edge, ink, icon, text,"
                                + " level",
                        "/shape: found \"sheild\", expected one of circle, hexagon, shield, square, rosette, wreath; did"
                                + " you mean \"shield\"?",
                        "/background: found \"blue\", expected a colour as #rrggbb",
                        "/edge: found nothing, expected a value",
                        "/ink: found 3, expected a text",
                        problems("{" + COLOURS + ",'icon':'lok'}").get(0),
                        "/text/1: found \"网\", which the picture's font does not have, expected other letters",
                        "/text/2: found an empty text, expected letters, or nothing at all",
                        "/level: found 21 characters, expected at most 20");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            3                                                            | : found 3, expected an object with shape
            {COLOURS}                                                    | : found neither icon nor text, expected one
            {COLOURS,'text':[]}                                          | : found neither icon nor text, expected one
            {COLOURS,'text':'a'}                                         | /text: found "a", expected a list of lines
            {COLOURS,'text':['a','b','c','d']}                           | /text: found 4 lines, expected at most 3
            {COLOURS,'text':['1234567890123456789012345']}               | /text/0: found 25 characters, expected at most 24
            {COLOURS,'text':[{}]}                                        | /text/0: found an object, expected a text
            {COLOURS,'icon':'lok'}                                       | did you mean "lock"?
            {COLOURS                                                     | line 1
            """)
    void read_whatIsWrong_saysWhere(String design, String said) {
        assertThat(problems(design.replace("COLOURS", COLOURS)))
                .hasSize(1)
                .first()
                .asString()
                .contains(said);
    }

    @Test
    void read_unreadableText_saysTheContrastMeasuredAndNeeded() {
        assertThat(problems("{" + COLOURS.replace("#1f4e79", "#777777") + ",'text':['a']}"))
                .containsExactly(
                        "/ink: found #ffffff on #777777, a contrast of 4.47:1, expected at least 4.5:1, so that"
                                + " text can be read");
    }

    private static DesignRead read(String design) {
        return JSON.read(design.replace('\'', '"'));
    }

    private static List<String> problems(String design) {
        DesignRead read = read(design);
        assertThat(read).isInstanceOf(DesignRead.Bad.class);
        return ((DesignRead.Bad) read)
                .problems().stream().map(Problem::toString).toList();
    }
}
