package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.issue.picture.Pictures.Kept;
import org.laurelbridge.bridge.issue.picture.Pictures.Mark;
import org.laurelbridge.bridge.issue.picture.Pictures.Source;
import org.laurelbridge.bridge.issue.picture.Pictures.Source.Designed;
import org.laurelbridge.bridge.issue.picture.Pictures.Source.Uploaded;
import org.laurelbridge.bridge.issue.picture.PngFile;

class PictureStoreTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Source DESIGN = new Designed("{\"text\":[\"Größe 🏆\"]}");

    private PictureStore store;

    @BeforeEach
    void open(Database opened) {
        store = new PictureStore(opened);
    }

    @OnEveryDatabase
    void find_savedDesign_isTheSame() {
        store.save("quiz", DESIGN, NOW);

        Kept kept = store.find("quiz").orElseThrow();
        assertThat(kept.source()).isEqualTo(DESIGN);
        assertThat(kept.changed()).isEqualTo(NOW);
        assertThat(kept.fingerprint()).matches("[0-9a-f]{64}");
        assertThat(store.fingerprint("quiz")).contains(kept.fingerprint());
        assertThat(store.find("QUIZ")).isEmpty();
        assertThat(store.fingerprint("other")).isEmpty();
    }

    @OnEveryDatabase
    void marks_sayOfEachWhatItIs_withoutIt() {
        assertThat(store.marks()).isEmpty();

        store.save("quiz", DESIGN, NOW);
        store.save("lab", new Uploaded(new PngFile(new byte[] {1, 2})), NOW);

        assertThat(store.marks())
                .isEqualTo(Map.of(
                        "quiz", new Mark(store.fingerprint("quiz").orElseThrow(), true),
                        "lab", new Mark(store.fingerprint("lab").orElseThrow(), false)));
    }

    @OnEveryDatabase
    void find_savedUpload_isTheSameByteForByte() {
        byte[] large = new byte[4_300_000];
        new Random(1).nextBytes(large);

        store.save("quiz", new Uploaded(new PngFile(large)), NOW);

        assertThat(store.find("quiz").map(Kept::source)).contains(new Uploaded(new PngFile(large)));
    }

    @OnEveryDatabase
    void save_another_takesThePlaceOfTheFirst() {
        store.save("quiz", DESIGN, NOW);
        String before = store.fingerprint("quiz").orElseThrow();

        store.save("quiz", new Uploaded(new PngFile(new byte[] {1, 2})), LATER);

        Kept kept = store.find("quiz").orElseThrow();
        assertThat(kept.source()).isEqualTo(new Uploaded(new PngFile(new byte[] {1, 2})));
        assertThat(kept.changed()).isEqualTo(LATER);
        assertThat(kept.fingerprint()).isNotEqualTo(before);
        store.save("quiz", DESIGN, LATER);
        assertThat(store.find("quiz").map(Kept::source)).contains(DESIGN);
        assertThat(store.fingerprint("quiz")).contains(before);
    }

    @OnEveryDatabase
    void save_theSameAgain_changesNothing() {
        store.save("quiz", DESIGN, NOW);
        Kept before = store.find("quiz").orElseThrow();

        store.save("quiz", DESIGN, LATER);

        assertThat(store.find("quiz")).contains(before);
    }

    @OnEveryDatabase
    void remove_leavesNothing() {
        store.save("quiz", DESIGN, NOW);
        store.save("other", DESIGN, NOW);

        assertThat(store.remove("quiz")).isTrue();
        assertThat(store.remove("quiz")).isFalse();

        assertThat(store.find("quiz")).isEmpty();
        assertThat(store.find("other")).isPresent();
    }
}
