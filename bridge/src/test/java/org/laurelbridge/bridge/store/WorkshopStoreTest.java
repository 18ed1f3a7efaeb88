package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.lti.Workshop.Draft;
import org.laurelbridge.bridge.lti.Workshop.Planned;

class WorkshopStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");
    private static final UUID ANNA = new UUID(1, 1);
    private static final UUID BERT = new UUID(1, 2);
    private static final Course HERE = new Course("https://lms.example", "2");

    private WorkshopStore store;

    @BeforeEach
    void open(Database opened) {
        store = new WorkshopStore(opened);
    }

    @OnEveryDatabase
    void keep_another_takesThePlaceOfTheFirstAndIsNobodyElses() {
        store.keep(ANNA, new Draft("quiz", "title: Größe 🎓", NOW));
        store.keep(ANNA, new Draft("lab", "x", NOW.plusSeconds(1)));
        Draft second = new Draft("quiz", "title: Anders", NOW.plusSeconds(2));
        store.keep(ANNA, second);

        assertThat(store.find(ANNA, "quiz")).contains(second);
        assertThat(store.list(ANNA)).extracting(Draft::badge).containsExactly("quiz", "lab");
        assertThat(store.find(BERT, "quiz")).isEmpty();
        assertThat(store.list(BERT)).isEmpty();
    }

    @OnEveryDatabase
    void copy_again_takesThePlaceOfACopy_andLeavesWhatWasChangedSince() {
        assertThat(store.copy(ANNA, new Draft("quiz", "title: Größe 🎓", NOW))).isTrue();
        Draft anew = new Draft("quiz", "title: Größer 🎓", NOW.plusSeconds(1));
        assertThat(store.copy(ANNA, anew)).isTrue();
        assertThat(store.copy(ANNA, anew)).isTrue();
        assertThat(store.find(ANNA, "quiz")).contains(anew);

        Draft changed = new Draft("quiz", "title: Anders", NOW.plusSeconds(2));
        store.keep(ANNA, changed);
        assertThat(store.copy(ANNA, anew)).isFalse();
        assertThat(store.find(ANNA, "quiz")).contains(changed);
        store.keep(ANNA, new Draft("own", "x", NOW));
        assertThat(store.copy(ANNA, new Draft("own", "y", NOW))).isFalse();
        assertThat(store.copy(BERT, new Draft("own", "y", NOW))).isTrue();

        store.forget(ANNA, "quiz");
        assertThat(store.copy(ANNA, anew)).isTrue();
    }

    @OnEveryDatabase
    void forget_aDraft_leavesTheOthers() {
        store.keep(ANNA, new Draft("quiz", "x", NOW));
        store.keep(BERT, new Draft("quiz", "y", NOW));

        store.forget(ANNA, "quiz");
        store.forget(ANNA, "quiz");

        assertThat(store.find(ANNA, "quiz")).isEmpty();
        assertThat(store.find(BERT, "quiz")).isPresent();
    }

    @OnEveryDatabase
    void plan_ofACourse_isThereOnceAndNoOtherCourseHasIt() {
        Planned first = new Planned(7, "quiz", HERE);
        store.plan(first);
        store.plan(new Planned(7, "lab", new Course("https://lms.example", "3")));
        store.plan(new Planned(8, "lab", HERE));

        assertThat(store.planned(7)).contains(first);
        assertThat(store.planned(9)).isEmpty();
        assertThat(store.plans(HERE, 5)).extracting(Planned::plan).containsExactly(8L, 7L);
        assertThat(store.plans(HERE, 1)).hasSize(1);
        assertThat(store.plans(new Course("https://lms.example", "3"), 5)).isEmpty();
    }

    @OnEveryDatabase
    void give_aBadgeOfAnotherCourse_leavesItThere() {
        store.give("quiz", HERE);
        store.give("quiz", new Course("https://lms.example", "3"));

        assertThat(store.course("quiz")).contains(HERE);
        assertThat(store.badges(HERE)).containsExactly("quiz");
        assertThat(store.badges(new Course("https://lms.example", "3"))).isEmpty();
        assertThat(store.badges(new Course("https://other.example", "2"))).isEmpty();
        assertThat(store.course("lab")).isEmpty();
    }
}
