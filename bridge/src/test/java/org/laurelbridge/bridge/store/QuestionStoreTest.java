package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.Questions.Line;
import org.laurelbridge.bridge.award.Questions.Question;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.rule.Truth;

class QuestionStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final PersonId ADA = new PersonId(new UUID(4, 1));
    private static final PersonId BOB = new PersonId(new UUID(4, 2));
    private static final Doer TEACHER = Doer.of(Doer.Kind.TOKEN, "Grace", "192.0.2.1");
    private static final List<Line> TREE = List.of(
            new Line(0, Truth.OPEN, "Alle davon: „1 von 2“."), new Line(1, Truth.MET, "Complete \"Lab 1\": met."));

    @OnEveryDatabase
    void question_waitsOnce_untilItIsAnswered(Database database) {
        QuestionStore questions = new QuestionStore(database);

        assertThat(questions.ask(ADA, "quiz", "Why?\nToday", TREE, NOW)).isTrue();
        assertThat(questions.ask(ADA, "quiz", "Why again?", TREE, NOW.plusSeconds(1)))
                .isFalse();
        assertThat(questions.ask(ADA, "exam", "And this?", TREE, NOW)).isTrue();

        Question waiting = questions.newest(ADA, "quiz").orElseThrow();
        assertThat(waiting.note()).isEqualTo("Why?\nToday");
        assertThat(waiting.tree()).isEqualTo(TREE);
        assertThat(waiting.waits()).isTrue();

        assertThat(questions.by(TEACHER).answer(waiting.id(), "Soon.", NOW.plusSeconds(2)))
                .isTrue();
        assertThat(questions.answer(waiting.id(), "Never.", NOW.plusSeconds(3))).isFalse();
        assertThat(questions.find(waiting.id()))
                .hasValueSatisfying(one -> assertThat(one.answer()).isEqualTo("Soon."));
        assertThat(questions.ask(ADA, "quiz", "Still?", TREE, NOW.plusSeconds(4)))
                .isTrue();
        assertThat(questions.newest(ADA, "quiz").orElseThrow().note()).isEqualTo("Still?");
        assertThat(new AuditStore(database, () -> NOW).list(Audit.Filter.ALL, 0, 10))
                .filteredOn(row -> row.doer().equals(TEACHER))
                .extracting(row -> row.change().action(), row -> row.change().person())
                .containsExactly(tuple("question.answered", ADA.value()));
    }

    @OnEveryDatabase
    void list_showsWhatWaitsFirst_ofTheseAlone(Database database) {
        QuestionStore questions = new QuestionStore(database);
        questions.ask(ADA, "old", "answered first", TREE, NOW);
        questions.ask(ADA, "new", "answered last", TREE, NOW.plusSeconds(1));
        questions.list(List.of(ADA), 0).forEach(one -> questions.answer(one.id(), "Yes.", NOW.plusSeconds(9)));
        questions.ask(ADA, "late", "waits", TREE, NOW.plusSeconds(3));
        questions.ask(ADA, "early", "waits longer", TREE, NOW.plusSeconds(2));
        questions.ask(BOB, "early", "another's", TREE, NOW);

        assertThat(questions.list(List.of(ADA), 1))
                .extracting(Question::note)
                .containsExactly("waits longer", "waits", "answered last");
        assertThat(questions.list(List.of(), 5)).isEmpty();
    }

    @OnEveryDatabase
    void merged_askAsOne(Database database) {
        QuestionStore questions = new QuestionStore(database);
        questions.ask(BOB, "quiz", "as Bob", TREE, NOW);
        database.change(handle -> handle.execute(
                "insert into merged_person (merged, root) values (?, ?)", BOB.value(), ADA.value()));

        assertThat(questions.newest(ADA, "quiz").orElseThrow().person()).isEqualTo(ADA);
        assertThat(questions.ask(ADA, "quiz", "twice", TREE, NOW)).isFalse();
        assertThat(questions.list(List.of(ADA), 1)).extracting(Question::note).containsExactly("as Bob");
    }

    @OnEveryDatabase
    void askedAtOnce_oneWaits(Database database) {
        QuestionStore questions = new QuestionStore(database);
        List<Boolean> asked = AtOnce.taken(() ->
                Optional.of(questions.ask(ADA, "quiz", "now", TREE, NOW)).filter(isAsked -> isAsked));

        assertThat(asked).hasSize(1);
        assertThat(questions.list(List.of(ADA), 0)).hasSize(1);
    }
}
