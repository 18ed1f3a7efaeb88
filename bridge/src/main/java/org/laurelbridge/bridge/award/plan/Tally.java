package org.laurelbridge.bridge.award.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.plan.Forecast.Earner;
import org.laurelbridge.bridge.award.plan.Forecast.Near;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.decide.Decision;
import org.laurelbridge.decide.Missing;
import org.laurelbridge.decide.Wording;
import org.laurelbridge.mapping.Fact;

/** What a question finds of the people of one part. Used by one thread. */
final class Tally {
    private final Question question;
    private final Holders holders;
    private final Effects consequences;
    private final Wording wording;
    private final List<Earner> earners = new ArrayList<>();
    private final List<Near> nears = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private long people;
    private long earning;
    private long near;

    Tally(Question question, Holders holders) {
        this.question = question;
        this.holders = holders;
        this.wording = question.wording();
        this.consequences = new Effects(question, holders, wording);
    }

    Tally add(Map<PersonId, List<Fact>> facts) {
        facts.forEach(this::add);
        return this;
    }

    private void add(PersonId person, List<Fact> facts) {
        people++;
        Decision decision = Ruling.of(question.badge(), facts, question.now());
        Optional<Award> award = holders.find(person);
        if (decision.isMet()) {
            earning++;
            list(
                    earners,
                    person,
                    () -> new Earner(person, Objects.requireNonNull(decision.earnedAt()), award.isPresent()));
        } else if (award.isEmpty()) {
            Missing.one(decision, wording).ifPresent(missing -> {
                near++;
                list(nears, person, () -> new Near(person, missing));
            });
        }
        consequences.of(person, award.orElse(null), facts, decision).ifPresent(effects::add);
    }

    private <T> void list(List<T> list, PersonId person, Supplier<T> made) {
        if (list.size() < question.page().limit() && question.page().begins(person)) {
            list.add(made.get());
        }
    }

    /** All parts, in order, as one answer. */
    static Forecast sum(Question question, List<Tally> parts) {
        int limit = question.page().limit();
        return new Forecast(
                question.badge(),
                question.what(),
                question.isWhole(),
                parts.stream().mapToLong(part -> part.people).sum(),
                parts.stream().mapToLong(part -> part.earning).sum(),
                parts.stream().mapToLong(part -> part.near).sum(),
                joined(parts.stream().map(part -> part.earners)).limit(limit).toList(),
                joined(parts.stream().map(part -> part.nears)).limit(limit).toList(),
                joined(parts.stream().map(part -> part.effects)).toList());
    }

    private static <T> Stream<T> joined(Stream<List<T>> lists) {
        return lists.flatMap(List::stream);
    }
}
