package org.laurelbridge.webapp.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.store.Needles;
import org.laurelbridge.bridge.subject.Erasing;
import org.laurelbridge.bridge.subject.Erasure;

/** A learner takes what is kept of them, and is erased; on the whole of Laurel, at work. */
class MyDataTest {
    @TempDir
    private Path folder;

    private Laurel laurel;

    @BeforeEach
    void open() throws IOException {
        laurel = new Laurel(folder);
    }

    @AfterEach
    void close() {
        laurel.close();
    }

    @Test
    void aLearner_takesWhatIsKept() {
        laurel.earn();
        assertThat(laurel.get("/my/data").body()).contains("/my/data/export.zip", "badges@example.org");
        var file = laurel.get("/my/data/export.zip");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(file.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"my-data.zip\"");
        assertThat(file.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(file.body()).startsWith("PK").contains("index.html");
        assertThat(laurel.get("/my/data/else").statusCode()).isEqualTo(404);
    }

    @Test
    void anAdministrator_erasesWhoeverTheyName() {
        laurel.earn();
        String erase = "/admin/people/" + laurel.ada + "/erase";
        assertThat(laurel.get(erase).statusCode()).as("for a learner").isIn(403, 404);
        laurel.administer();
        assertThat(laurel.get(erase).body())
                .contains("Erase Ada?", "<strong>Ada</strong>", ">badges</th>", ">names and addresses</th>");

        var unsure = laurel.post(erase, erase, Map.of("word", "Adam"));
        assertThat(unsure.headers().firstValue("Location")).get().asString().contains(erase);
        assertThat(laurel.get("/admin/erasures").body()).contains("Nobody has been erased.");
        var sure = laurel.post(erase, erase, Map.of("word", " Ada "));
        assertThat(sure.headers().firstValue("Location")).get().asString().contains("/admin/erasures");
        Erasing erasing = laurel.bridge.dataSubjects().erasing();
        laurel.waitUntil(() -> erasing.list(1).get(0).isDone());

        assertThat(laurel.get("/admin/erasures").body())
                .contains("badges 1;", erasing.list(1).get(0).id().toString())
                .doesNotContain("ada@example.org", laurel.ada.toString());
        assertThat(laurel.get(erase).statusCode()).isEqualTo(404);
    }

    @Test
    void whoIsErased_isFoundNowhere_andTheirBadgeSaysThatItWasWithdrawn() {
        Award award = laurel.earn();
        String badge = "/awards/" + award.credential();
        assertThat(laurel.get(badge).statusCode()).isEqualTo(200);

        Erasing erasing = laurel.bridge.dataSubjects().erasing();
        Erasure begun = erasing.begin(laurel.ada).orElseThrow();
        erasing.goOn(begun, step -> {});
        laurel.waitUntil(() -> erasing.find(begun.id()).orElseThrow().isDone());

        for (String form : List.of("", "/ob3.json", "/badge.png", "/badge.svg", "/certificate.pdf")) {
            var answer = laurel.get(badge + form);
            assertThat(answer.statusCode()).as(form).isEqualTo(410);
            assertThat(answer.body()).as(form).contains("withdrawn");
        }
        assertThat(laurel.get(badge + "/ob2.json").statusCode()).isEqualTo(410);
        assertThat(laurel.get(badge + "/ob2.json").body())
                .contains("\"revoked\":true", "withdrawn: its issuer erased all data of whoever earned it");
        assertThat(laurel.get("/my").statusCode()).isEqualTo(302);
        assertThat(new Needles()
                        .texts(List.of("ada@example.org"), List.of())
                        .ids(List.of(laurel.ada.value()))
                        .inFiles(folder))
                .isEmpty();
    }
}
