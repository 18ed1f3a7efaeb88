package org.laurelbridge.bridge.award.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.laurelbridge.bridge.award.Cycles;
import org.laurelbridge.bridge.award.Cycles.Step;
import org.laurelbridge.bridge.award.plan.Forecast.Earner;
import org.laurelbridge.bridge.award.plan.Forecast.Near;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.decide.Decision;
import org.laurelbridge.decide.Missing;
import org.laurelbridge.decide.Wording;
import org.laurelbridge.rule.Attestation;

/** What a question finds of the people of one part. Used by one thread. */
final class Tally {
    private final Question question;
    private final Set<PersonId> touched;
    private final Wording wording;
    private final Wording asked;
    private final List<Earner> earners = new ArrayList<>();
    private final List<Near> nears = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private final Map<PersonId, List<Attestation>> held = new HashMap<>();
    private long people;
    private long earning;
    private long near;

    /** @param touched for whom other badges change something */
    Tally(Question question, Set<PersonId> touched) {
        this.question = question;
        this.touched = touched;
        this.wording = question.wording();
        this.asked = question.asked();
    }

    Tally add(Map<PersonId, Cycles.Person> part) {
        part.values().forEach(this::add);
        return this;
    }

    private void add(Cycles.Person read) {
        people++;
        boolean isTouched = touched.contains(read.id());
        Cycles.Person person = isTouched ? question.outlook().foreseen(read) : read;
        List<Step> steps =
                new Cycles(question.inForce(), person, question.badge().id()).decide(question.now());
        boolean isHolder = !person.held(question.badge().id()).isEmpty();
        count(person.id(), steps, isHolder);
        Effects ofPerson = new Effects(person.id(), question.now(), wording);
        steps.forEach(step -> ofPerson.add(step, isTouched || question.plan() != 0));
        effects.addAll(ofPerson.list());
        ofPerson.held().ifPresent(awards -> held.put(person.id(), awards));
    }

    private void count(PersonId person, List<Step> steps, boolean isHolder) {
        Optional<Decision> met =
                steps.stream().filter(Step::isMet).reduce((one, next) -> next).map(Step::decision);
        if (met.isPresent()) {
            earning++;
            list(
                    earners,
                    person,
                    () -> new Earner(person, Objects.requireNonNull(met.get().earnedAt()), isHolder));
        } else if (!isHolder) {
            steps.stream().findFirst().map(Step::decision).flatMap(Missing::one).ifPresent(missing -> {
                near++;
                list(nears, person, () -> new Near(person, missing.sentence(asked)));
            });
        }
    }

    private <T> void list(List<T> list, PersonId person, Supplier<T> made) {
        if (list.size() < question.page().limit() && question.page().begins(person)) {
            list.add(made.get());
        }
    }

    /** The awards of this part that would be valid, of people of whom these are not as now. */
    Map<PersonId, List<Attestation>> held() {
        return Map.copyOf(held);
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
