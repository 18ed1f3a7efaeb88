package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.award.PlacementTest.ada;
import static org.laurelbridge.bridge.award.PlacementTest.earn;
import static org.laurelbridge.bridge.award.PlacementTest.placed;
import static org.laurelbridge.bridge.award.PlacementTest.walk;

import java.util.Map;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.OnEveryDatabase;

/** A badge that stands in a course becomes worth something else there: who has it is graded anew, once. */
class PlacementPointsTest {
    private static void worth(Walk walk, String link, int points) {
        PlacementTest.launch(
                walk,
                "9",
                PlacementTest.TEACHER,
                link,
                PlacementTest.COLUMN,
                Map.of("badge", "quiz", "points", Integer.toString(points)));
    }

    private static void delivered(Database database) {
        database.change(handle -> handle.execute("update delivery set state = 'delivered', attempts = 1"));
    }

    @OnEveryDatabase
    void points_thatChange_areDeliveredAgain_once(Database database) {
        Walk walk = walk(database);
        ada(walk);
        earn(walk);
        walk.settle();
        delivered(database);

        worth(walk, "l1", 30);
        walk.settle();
        assertThat(placed(walk)).containsExactly("campus/2 r1 50 of 50 delivered", "campus/2 r2 30 of 30 due");
        worth(walk, "l1", 30);
        walk.settle();
        ada(walk);
        worth(walk, "l1", 50);
        worth(walk, "l1", 30);
        walk.settle();
        assertThat(placed(walk)).as("what was told meanwhile and is so no more").hasSize(2);
        assertThat(walk.deliveries())
                .filteredOn(one -> one.startsWith("own/"))
                .containsExactly("own/ r1 100 of 100 delivered");
        assertThat(walk.events()).containsExactly("granted");
    }

    @OnEveryDatabase
    void secondPlacement_isDelivered_whenItIsWorthMore(Database database) {
        Walk walk = walk(database);
        ada(walk);
        earn(walk);
        walk.settle();
        delivered(database);

        worth(walk, "l2", 20);
        walk.settle();
        assertThat(placed(walk)).hasSize(1);
        worth(walk, "l2", 70);
        walk.settle();
        assertThat(placed(walk)).containsExactly("campus/2 r1 50 of 50 delivered", "campus/2 r2 70 of 70 due");
    }

    @OnEveryDatabase
    void whoLeftTheCourse_isGradedAnewWhereTheyWereGraded(Database database) {
        Walk walk = walk(database);
        ada(walk);
        earn(walk);
        walk.settle();
        delivered(database);
        database.change(handle -> handle.execute("delete from lti_course_role"));

        worth(walk, "l1", 30);
        walk.settle();
        assertThat(placed(walk)).contains("campus/2 r2 30 of 30 due").hasSize(2);
    }

    @OnEveryDatabase
    void whatTheRuleDeliversThere_staysTheRules(Database database) {
        Walk walk = walk(database, "deliver: [{to: campus, course: 2, grade: 50, of: 50}]");
        ada(walk);
        earn(walk);
        walk.settle();
        delivered(database);

        worth(walk, "l1", 30);
        walk.settle();
        assertThat(walk.deliveries()).containsExactly("campus/2 r1 50 of 50 delivered");
    }
}
