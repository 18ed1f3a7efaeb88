package org.laurelbridge.rule;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is attested of one learner, by what it is about. The order in which it is given plays no part, nor does giving it twice. */
final class Attestations {
    static final Attestations NONE = new Attestations(Map.of());

    private final Map<Subject, List<Attestation>> bySubject;

    private Attestations(Map<Subject, List<Attestation>> bySubject) {
        this.bySubject = bySubject;
    }

    static Attestations of(Collection<Attestation> attestations) {
        Map<UUID, Attestation> once = new HashMap<>();
        attestations.forEach(one -> once.putIfAbsent(one.id(), one));
        return new Attestations(once.values().stream()
                .filter(Attestation::lasts)
                .sorted(Comparator.comparing(Attestation::from).thenComparing(Attestation::id))
                .collect(Collectors.groupingBy(one -> new Subject(one.topic(), one.subject()))));
    }

    /** Those that began by now. */
    Attestations seenAt(Instant now) {
        return of(bySubject.values().stream()
                .flatMap(List::stream)
                .filter(one -> !one.from().isAfter(now))
                .toList());
    }

    /** When the next of them begins; null when there is none. */
    @Nullable
    Instant nextAfter(Instant now) {
        return bySubject.values().stream()
                .flatMap(List::stream)
                .map(Attestation::from)
                .filter(now::isBefore)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The times at which those about a subject count that say what is asked for, none before {@code since}. */
    List<Attestation> of(Subject subject, Predicate<Attestation> says, Lasting lasting, Instant since) {
        List<Attestation> said =
                bySubject.getOrDefault(subject, List.of()).stream().filter(says).toList();
        return lasting.of(said).stream()
                .flatMap(one -> since(one, since))
                .filter(Attestation::lasts)
                .toList();
    }

    /** What lasts counts on; what happened before does not. */
    private static Stream<Attestation> since(Attestation one, Instant since) {
        if (!one.from().isBefore(since)) {
            return Stream.of(one);
        }
        return one.topic().isEvent() ? Stream.empty() : Stream.of(one.lasting(since, one.until()));
    }
}
