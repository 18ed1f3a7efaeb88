package org.laurelbridge.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NamelessIdTest {
    private static final UUID RANDOM = UUID.fromString("6f1d6a2c-7b41-4e4b-9d53-0f9e6b6e5a3c");

    private final NamelessId ids = new NamelessId(() -> RANDOM);

    @Test
    void of_sameContentWrittenOtherwise_isTheSame() {
        UUID first = ids.of("campus", Sample.object("{\"timestamp\": \"t\", \"n\": [1.0, 0, 1e2], \"a\": \"ü\"}"));
        UUID second = ids.of("campus", Sample.object("{\"a\":\"\\u00fc\",\"n\":[1,-0.0,100],\"timestamp\":\"t\"}"));

        assertThat(second).isEqualTo(first);
        assertThat(first.version()).isEqualTo(5);
        assertThat(first.variant()).isEqualTo(2);
    }

    @Test
    void of_otherContentOrSource_differs() {
        UUID first = ids.of("campus", Sample.full());

        assertThat(ids.of("other", Sample.full())).isNotEqualTo(first);
        assertThat(ids.of("campus", Sample.with("/result/score/raw", "8.1"))).isNotEqualTo(first);
        assertThat(ids.of("campus", Sample.with("/context/category", "[1, 2]")))
                .isNotEqualTo(ids.of("campus", Sample.with("/context/category", "[2, 1]")));
    }

    @Test
    void of_statementWithoutTimestamp_isRandom() {
        assertThat(ids.of("campus", Sample.with("/timestamp", null))).isEqualTo(RANDOM);
    }

    /** Ids stand in databases: a change of this value would double every statement that came without one. */
    @Test
    void of_knownStatement_neverChanges() {
        assertThat(ids.of("campus", Sample.object("{\"timestamp\":\"2026-03-01T10:02:11Z\"}")))
                .isEqualTo(UUID.fromString("dfd9a48d-9ae1-5e61-a7e0-5aece3097dee"));
    }
}
