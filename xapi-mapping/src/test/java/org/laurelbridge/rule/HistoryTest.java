package org.laurelbridge.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Kind;

class HistoryTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void sameStatementAndActivity_isOneFact() {
        UUID statement = new UUID(0, 1);
        View view = History.of(List.of(fact("a", statement), fact("a", statement), fact("b", statement)))
                .seenAt(NOW, Duration.ZERO, reading("a", "b"));
        assertThat(view.facts(Scope.of("a"))).hasSize(1);
        assertThat(view.facts(Scope.of("b"))).hasSize(1);
    }

    @Test
    void activitiesNotAskedFor_areNotSeen() {
        View view = History.of(List.of(fact("a", new UUID(0, 1)))).seenAt(NOW, Duration.ZERO, reading("b"));
        assertThat(view.times()).isEmpty();
    }

    private static Cycle reading(String... activities) {
        List<Condition> parts =
                Stream.of(activities).<Condition>map(Completed::new).toList();
        return new Cycle(1, new All(parts), Instant.MIN, null, Instant.MIN, Set.of(), null);
    }

    private static Fact fact(String activity, UUID statement) {
        return new Fact(
                activity,
                Kind.COMPLETED,
                "http://adlnet.gov/expapi/verbs/completed",
                NOW,
                null,
                null,
                null,
                null,
                null,
                "1",
                Set.of("campus"),
                null,
                null,
                "http://lms.example/" + activity,
                "http://lms.example/" + activity,
                null,
                null,
                null,
                null,
                false,
                false,
                statement);
    }
}
