package org.laurelbridge.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A condition on what is attested of the learner: {@code holds member enrolled profile competency approved evidence}. It is met
 * while so many different attestations stand; nothing that did not happen yet is impossible.
 *
 * @param topic of all of them
 * @param subjects what they may be about, at least one; each counts once, except where people or things are counted
 * @param value what they must say; null for anything
 * @param detail the rubric they must be by; null for any
 * @param needed how many different ones, at least 1
 * @param lasting for how long each must have stood, or whether it is enough that it once did
 * @param as the name by which others know the moment at which it became true; null for none
 */
public record Attested(
        Topic topic,
        List<String> subjects,
        @Nullable String value,
        @Nullable String detail,
        int needed,
        Lasting lasting,
        @Nullable String as)
        implements Condition {

    public Attested {
        subjects = List.copyOf(subjects);
        if (subjects.isEmpty() || needed < 1) {
            throw new IllegalArgumentException(
                    "an attested condition is about something, and needs at least one of it");
        }
    }

    /** A moment at which how many there are of one thing changes. */
    private record Turn(Instant at, String key, int by) {}

    @Override
    public Finding finding(View view, Instant moment) {
        Map<String, Attestation> standing = new HashMap<>();
        spans(view).filter(span -> span.isAt(moment)).forEach(span -> standing.putIfAbsent(key(span), span));
        List<Attestation> counted = standing.values().stream()
                .sorted(Comparator.comparing(Attestation::from).thenComparing(Attestation::id))
                .limit(needed)
                .toList();
        return Finding.attested(this, status(counted), counted);
    }

    private Status status(List<Attestation> counted) {
        if (counted.size() >= needed) {
            Instant since = counted.get(counted.size() - 1).from();
            return new Status.Met(since.equals(Instant.MIN) ? null : since);
        }
        Phrase progress = needed == 1
                ? Phrase.of("open.notYet")
                : Phrase.of("open.parts", String.valueOf(counted.size()), String.valueOf(needed));
        return new Status.Open(counted.size(), needed, progress, null);
    }

    @Override
    public Timeline timeline(View view) {
        List<Turn> turns = new ArrayList<>();
        spans(view).forEach(span -> {
            turns.add(new Turn(span.from(), key(span), 1));
            Instant until = span.until();
            if (until != null) {
                turns.add(new Turn(until, key(span), -1));
            }
        });
        turns.sort(Comparator.comparing(Turn::at));
        Map<String, Integer> standing = new HashMap<>();
        List<Timeline.Step> steps = new ArrayList<>();
        for (Turn turn : turns) {
            standing.merge(turn.key(), turn.by(), (there, by) -> there + by == 0 ? null : there + by);
            steps.add(new Timeline.Step(turn.at(), standing.size() >= needed ? Truth.MET : Truth.OPEN));
        }
        return Timeline.of(Truth.OPEN, steps);
    }

    @Override
    public Stream<Instant> turns(View view) {
        return spans(view).flatMap(span -> Stream.of(span.from(), span.until())).filter(Objects::nonNull);
    }

    /** What counts, with the times at which it does; of each subject the earliest first. */
    private Stream<Attestation> spans(View view) {
        return subjects.stream()
                .flatMap(subject -> view.attested(new Subject(topic, subject), this::says, lasting).stream());
    }

    private boolean says(Attestation attestation) {
        return (value == null || value.equals(attestation.value()))
                && (detail == null || detail.equals(attestation.detail()));
    }

    /** Two of the same are one: the same badge again, the same approver twice. */
    private String key(Attestation attestation) {
        return switch (topic) {
            case APPROVED -> attestation.by();
            case EVIDENCE -> attestation.id().toString();
            default -> attestation.subject();
        };
    }

    @Override
    public String word() {
        return topic.word();
    }

    @Override
    public String subject() {
        return switch (topic) {
            case APPROVED, EVIDENCE -> value == null ? "" : value;
            default -> String.join(", ", subjects);
        };
    }

    @Override
    public Phrase instruction() {
        return AttestedWords.instruction(this);
    }

    @Override
    public Set<String> activities() {
        return Set.of();
    }

    @Override
    public Set<Subject> attestedSubjects() {
        return subjects.stream().map(subject -> new Subject(topic, subject)).collect(Collectors.toUnmodifiableSet());
    }
}
