package org.laurelbridge.webapp.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.issue.picture.BadgePictures;
import org.laurelbridge.bridge.issue.picture.Letters;
import org.laurelbridge.bridge.issue.picture.Pictures;
import org.laurelbridge.bridge.issue.picture.Pictures.Source;
import org.laurelbridge.bridge.store.PictureStore;
import org.laurelbridge.webapp.Course;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.session.Sessions;

/** An administrator gives badges their pictures, without a script and without a graphics program. */
class DesignerPagesTest {
    private static final String QUIZ = "/admin/badges/quiz/picture";
    private static final String LAB = "/admin/badges/lab/picture";

    private final Course course = new Course();
    private final Pictures kept = new PictureStore(course.database);
    private final BadgePictures drawn = new BadgePictures(kept, Letters.load());
    private final Site site = new Site(this::routes).signIn();

    private List<Route> routes(Sessions sessions, Pages pages) {
        Designing designing = new Designing(course.rules, kept, drawn, course.addresses, Site.CLOCK);
        return List.of(
                Route.of(Access.ADMINISTRATOR, new BadgesServlet(designing, sessions, pages), "/admin/badges"),
                Route.of(Access.ADMINISTRATOR, new DesignerServlet(designing, sessions, pages), "/admin/badges/*")
                        .taking("GET", "POST")
                        .uploading(DesignerServlet.MOST_UPLOAD));
    }

    @AfterEach
    void close() {
        site.close();
        course.close();
    }

    private Map<String, String> form(String wish) {
        Map<String, String> form = new HashMap<>(Map.of("do", wish, "csrf", site.csrf(QUIZ), "shape", "shield"));
        form.putAll(Map.of("background", "#1f4e79", "background-was", "#1f4e79", "background-picked", "#1f4e79"));
        form.putAll(Map.of("edge", "#e9b949", "ink", "#ffffff", "icon", "lock"));
        form.putAll(Map.of("text0", "Secure", "text1", "", "text2", "operations", "level", "Advanced"));
        return form;
    }

    private HttpResponse<String> post(String wish, Map<String, String> changed) {
        Map<String, String> form = form(wish);
        form.putAll(changed);
        return site.post(QUIZ, form);
    }

    private HttpResponse<String> upload(byte[] file) {
        return site.upload(QUIZ, Map.of("csrf", site.csrf(QUIZ), "do", "upload"), file);
    }

    private String design() {
        Source source = kept.find("quiz").orElseThrow().source();
        return ((Source.Designed) source).json();
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", file);
        return file.toByteArray();
    }

    @Test
    void badges_areListedWithPictureVersionAndPages_escaped() {
        String body = site.get("/admin/badges").body();

        assertThat(body)
                .contains("Kubernetes fundamentals", "standard picture", "/badges/quiz/1/image.svg", QUIZ)
                .contains("href=\"/badges/quiz\"", "&lt;script&gt;")
                .doesNotContain("<script>");
        assertThat(site.get(LAB).body()).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void designer_ofNoBadgeInForce_isNotThere() {
        for (String path :
                List.of("/admin/badges/other/picture", "/admin/badges/quiz", "/admin/badges/quiz/picture/x")) {
            assertThat(site.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void designer_fresh_canBePreviewedAsItIs() {
        String body = site.get(QUIZ).body();

        assertThat(body)
                .contains("value=\"wreath\" checked", "value=\"star\" checked")
                .doesNotContain("Back to the standard");
        assertThat(body.split("name=\"icon\"", -1)).hasSize(41);
    }

    @Test
    void preview_showsThePictureAndKeepsTheFields_butSavesNothing() {
        HttpResponse<String> answer = post("preview", Map.of());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Preview of the picture", "src=\"data:image/svg+xml;base64,", "Not saved yet")
                .contains(
                        "value=\"shield\" checked",
                        "value=\"lock\" checked",
                        "value=\"operations\"",
                        "value=\"Advanced\"");
        assertThat(kept.find("quiz")).isEmpty();
    }

    @Test
    void save_isWhatEverybodySees_untilItIsTheStandardAgain() {
        assertThat(post("save", Map.of()).headers().firstValue("Location").orElseThrow())
                .endsWith(QUIZ + "?done=picture-saved");
        assertThat(design()).contains("\"shield\"", "[\"Secure\",\"operations\"]", "Advanced");
        assertThat(site.get(QUIZ).body()).contains("value=\"shield\" checked", "Back to the standard picture");
        assertThat(site.get("/admin/badges").body())
                .contains(
                        "designed picture",
                        "image.svg?" + kept.fingerprint("quiz").orElseThrow().substring(0, 12));

        assertThat(post("standard", Map.of()).headers().firstValue("Location").orElseThrow())
                .endsWith("done=picture-standard");
        assertThat(kept.find("quiz")).isEmpty();
    }

    @Test
    void problems_standAtTheirFields_allAtOnce() {
        Map<String, String> wrong = Map.of(
                "shape",
                "star",
                "background",
                "#eeeeee",
                "ink",
                "#dddddd",
                "edge",
                "gold",
                "icon",
                "ufo",
                "text2",
                "x".repeat(25));
        HttpResponse<String> answer = post("save", wrong);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("5 things are to be mended. Nothing was saved.")
                .contains("id=\"shape-problem\"", "id=\"edge-problem\"", "id=\"icon-problem\"", "id=\"text2-problem\"")
                .contains("id=\"ink-problem\">Found #dddddd on #eeeeee, a contrast of 1.17:1, expected at least 4.5:1")
                .contains("aria-describedby=\"text2-problem\"")
                .doesNotContain("text1-problem", "data:image/svg+xml;base64,\"");
        assertThat(kept.find("quiz")).isEmpty();
        assertThat(post("save", Map.of("icon", "", "text0", "", "text2", " ")).body())
                .contains("Found neither icon nor text");
    }

    @Test
    void fields_withMarkup_areShownAsTheyAre() {
        String text = "\"><script>alert(1)</script>";
        Map<String, String> hostile = new HashMap<>();
        for (String field : List.of("shape", "background", "edge", "ink", "icon", "text0", "text1", "level")) {
            hostile.put(field, text);
        }

        assertThat(post("preview", hostile).body()).contains("&lt;script").doesNotContain("<script>");
        assertThat(post("preview", Map.of("text0", "<script>", "text2", "&amp;\"'"))
                        .body())
                .contains("Not saved yet", "&amp;amp;")
                .doesNotContain("<script>");
    }

    @Test
    void colour_thatWasPicked_counts_unlessAnotherWasTyped() {
        post("save", Map.of("background-picked", "#102030"));
        assertThat(design()).contains("\"#102030\"");

        post("save", Map.of("background", "#203040", "background-picked", "#102030"));
        assertThat(design()).contains("\"#203040\"");
    }

    @Test
    void upload_isDrawnAnew_andRefusedInWords() throws IOException {
        assertThat(upload(png(300, 200)).headers().firstValue("Location").orElseThrow())
                .endsWith("done=picture-saved");
        assertThat(kept.find("quiz").orElseThrow().source()).isInstanceOf(Source.Uploaded.class);
        assertThat(site.get("/admin/badges").body()).contains("uploaded picture");

        HttpResponse<String> refused = upload("GIF89a<script>".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("expected a PNG or a JPEG. The picture was not taken.")
                .doesNotContain("<script>");
        assertThat(upload(new byte[2_000_001]).body())
                .contains("Found a file of 2000001 bytes, expected at most 2000000.");
        assertThat(upload(new byte[0]).statusCode()).isEqualTo(400);
        assertThat(upload(new byte[DesignerServlet.MOST_UPLOAD + 1]).statusCode())
                .isEqualTo(413);
        assertThat(site.get("/admin/badges").body()).contains("uploaded picture");
    }

    @Test
    void forms_withoutTheSessionsToken_areRefused_thoseWithFilesToo() throws IOException {
        assertThat(site.post(QUIZ, Map.of("do", "standard")).statusCode()).isEqualTo(403);
        assertThat(site.upload(QUIZ, Map.of("do", "upload"), png(9, 9)).statusCode())
                .isEqualTo(403);
        assertThat(site.upload(QUIZ, Map.of("do", "upload", "csrf", "guess"), png(9, 9))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("dance", Map.of()).statusCode()).isEqualTo(400);
        assertThat(post("upload", Map.of()).statusCode()).isEqualTo(400);
    }
}
