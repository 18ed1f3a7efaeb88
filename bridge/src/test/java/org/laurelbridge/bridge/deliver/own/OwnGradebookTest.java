package org.laurelbridge.bridge.deliver.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.deliver.Attempt;
import org.laurelbridge.bridge.deliver.Delivery;
import org.laurelbridge.bridge.deliver.GradebookContract;
import org.laurelbridge.bridge.deliver.OwnGrades;
import org.laurelbridge.bridge.deliver.Samples;
import org.laurelbridge.bridge.deliver.Standing;
import org.laurelbridge.bridge.deliver.Target;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.store.OwnGradeStore;
import org.laurelbridge.bridge.store.TestDatabase;

class OwnGradebookTest implements GradebookContract {

    private final TestDatabase database = TestDatabase.sqlite();
    private final List<Double> seen = new ArrayList<>();
    private OwnGrades grades = new OwnGradeStore(database.database());
    private Target gradebook = new OwnGradebook(grades);

    @BeforeEach
    void setUp() {
        Target own = gradebook;
        gradebook = new Target() {
            @Override
            public Attempt send(Delivery delivery) {
                Optional<BigDecimal> before = grade();
                Attempt attempt = own.send(delivery);
                grade().filter(after -> !before.equals(Optional.of(after)))
                        .ifPresent(after -> seen.add(after.doubleValue()));
                return attempt;
            }

            @Override
            public Standing standing(Delivery delivery) {
                return own.standing(delivery);
            }
        };
    }

    private Optional<BigDecimal> grade() {
        return grades.find(Samples.BADGE, Samples.ADA).map(OwnGrades.Grade::grade);
    }

    @AfterEach
    void tearDown() {
        database.close();
    }

    @Override
    public Target gradebook() {
        return gradebook;
    }

    @Override
    public Person ada() {
        return Samples.ada();
    }

    @Override
    public List<Double> grades() {
        return seen;
    }

    @Test
    void send_ofAnOlderRevision_leavesTheNewer() {
        gradebook.send(Samples.delivery(ada(), 2, "0"));
        gradebook.send(Samples.delivery(ada(), 1, "100"));

        assertThat(seen).containsExactly(0.0);
    }
}
