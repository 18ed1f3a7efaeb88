package org.laurelbridge.bridge.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.record.Person;

/** What every gradebook keeps to. */
public interface GradebookContract {

    Target gradebook();

    /** Ada as this gradebook can find her. */
    Person ada();

    /** The grades that Ada was seen to get, in per cent and in order. */
    List<Double> grades();

    @Test
    default void send_once_makesOneGrade() {
        assertThat(gradebook().send(Samples.delivery(ada()))).isEqualTo(new Attempt.Delivered());

        assertThat(grades()).containsExactly(100.0);
    }

    @Test
    default void send_again_makesNoSecondGrade() {
        gradebook().send(Samples.delivery(ada()));

        assertThat(gradebook().send(Samples.delivery(ada()))).isEqualTo(new Attempt.Delivered());
        assertThat(grades()).containsExactly(100.0);
    }

    @Test
    default void send_ofANewerRevision_replacesTheGrade() {
        gradebook().send(Samples.delivery(ada()));

        assertThat(gradebook().send(Samples.delivery(ada(), 2, "0"))).isEqualTo(new Attempt.Delivered());
        assertThat(grades()).containsExactly(100.0, 0.0);
    }

    @Test
    default void send_ofAnExactPart_keepsIt() {
        gradebook().send(Samples.delivery(ada(), 1, "79.99"));

        assertThat(grades()).containsExactly(79.99);
    }

    @Test
    default void standing_beforeItIsSent_differs() {
        assertThat(gradebook().standing(Samples.delivery(ada()))).isEqualTo(new Standing.Differs());
    }

    @Test
    default void standing_afterItWasSent_stands() {
        gradebook().send(Samples.delivery(ada()));

        assertThat(gradebook().standing(Samples.delivery(ada()))).isEqualTo(new Standing.Stands());
    }

    @Test
    default void standing_ofAnotherGrade_differs() {
        gradebook().send(Samples.delivery(ada()));

        assertThat(gradebook().standing(Samples.delivery(ada(), 2, "0"))).isEqualTo(new Standing.Differs());
    }
}
