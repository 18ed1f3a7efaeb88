package org.laurelbridge.bridge.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.fetch.Fetched.Answer;
import org.laurelbridge.bridge.fetch.Fetched.Failed;
import org.laurelbridge.bridge.fetch.Fetched.Trouble;

class VisitTest {

    private static final URI LIST = URI.create("https://example.org/list");

    private final List<URI> asked = new ArrayList<>();
    private final Memory memory = new Memory();
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private Fetched next = new Failed(Trouble.BROKEN);

    @Test
    void get_asksForAnAddressOnce() {
        Visit visit = visit(OwnDocuments.NONE);

        visit.get(LIST);
        visit.get(LIST);

        assertThat(asked).containsExactly(LIST);
    }

    @Test
    void get_ours_isNotAskedOfTheNetwork() {
        Visit visit = visit(address -> address.getHost().equals("example.org")
                ? Optional.of(new OwnDocuments.Own(410, new byte[0]))
                : Optional.empty());

        assertThat(visit.get(LIST))
                .isInstanceOfSatisfying(
                        Answer.class, answer -> assertThat(answer.status()).isEqualTo(410));
        assertThat(asked).isEmpty();
    }

    @Test
    void get_tenAddresses_andNoMore() {
        Visit visit = visit(OwnDocuments.NONE);
        for (int i = 0; i < 10; i++) {
            visit.get(LIST.resolve("/" + i));
        }

        assertThat(visit.get(LIST)).isEqualTo(new Failed(Trouble.TOO_MANY));
        assertThat(asked).hasSize(10);
    }

    @Test
    void getOrRemember_issuerThatAnswersNoMore_isRememberedForThirtyDays() {
        next = new Answer(LIST, 200, "then".getBytes(StandardCharsets.UTF_8), now);
        learn();

        next = new Failed(Trouble.BROKEN);
        Instant then = now;
        now = now.plus(Duration.ofDays(30));
        assertThat(visit(OwnDocuments.NONE).getOrRemember(LIST))
                .isInstanceOfSatisfying(
                        Answer.class, answer -> assertThat(answer.at()).isEqualTo(then));
        now = now.plusSeconds(1);
        assertThat(visit(OwnDocuments.NONE).getOrRemember(LIST)).isEqualTo(next);
    }

    @Test
    void getOrRemember_issuerThatTookItAway_isBelieved() {
        next = new Answer(LIST, 200, "then".getBytes(StandardCharsets.UTF_8), now);
        learn();

        next = new Answer(LIST, 404, new byte[0], now);
        assertThat(visit(OwnDocuments.NONE).getOrRemember(LIST)).isEqualTo(next);
    }

    @Test
    void getOrRemember_whenTheVisitHasNothingLeft_remembersNothing() {
        next = new Answer(LIST, 200, "then".getBytes(StandardCharsets.UTF_8), now);
        learn();
        next = new Failed(Trouble.TIME);
        Visit slow = visit(OwnDocuments.NONE);
        now = now.plusSeconds(11);
        assertThat(slow.getOrRemember(LIST)).isEqualTo(next);
        assertThat(slow.getOrRemember(LIST)).isEqualTo(next);
        assertThat(visit(OwnDocuments.NONE).getOrRemember(LIST))
                .isInstanceOfSatisfying(
                        Answer.class,
                        answer -> assertThat(answer.isRemembered()).isTrue());

        Visit wide = visit(OwnDocuments.NONE);
        for (int i = 0; i < 10; i++) {
            wide.get(LIST.resolve("/" + i));
        }
        assertThat(wide.getOrRemember(LIST)).isEqualTo(new Failed(Trouble.TOO_MANY));
    }

    @Test
    void remember_whatWasFoundGood_aThousandAtMost() {
        next = new Answer(LIST, 200, "{}".getBytes(StandardCharsets.UTF_8), now);
        visit(OwnDocuments.NONE).getOrRemember(LIST);
        assertThat(memory.find(LIST, now)).isNull();
        for (int i = 0; i < 1_001; i++) {
            Visit visit = visit(OwnDocuments.NONE);
            visit.getOrRemember(LIST.resolve("/" + i));
            visit.remember();
        }

        assertThat(memory.find(LIST.resolve("/0"), now)).isNull();
        assertThat(memory.find(LIST.resolve("/1"), now)).isNotNull();
        assertThat(memory.find(LIST.resolve("/1000"), now)).isNotNull();
    }

    private void learn() {
        Visit visit = visit(OwnDocuments.NONE);
        visit.getOrRemember(LIST);
        visit.remember();
    }

    private Visit visit(OwnDocuments own) {
        return new Visit(
                own,
                (ask, longest) -> {
                    asked.add(ask.address());
                    return next;
                },
                memory,
                () -> now);
    }
}
