package org.laurelbridge.rule;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.document.Span;

/**
 * When something attested counts.
 *
 * @param ever from its beginning on for good, also after its end
 * @param atLeast only once it has lasted so long without a gap, in days of 24 hours; null for at once
 */
public record Lasting(boolean ever, @Nullable Span atLeast) {
    /** While it lasts. */
    public static final Lasting NOW = new Lasting(false, null);

    /** From its beginning on for good. */
    public static final Lasting EVER = new Lasting(true, null);

    /** The times at which these, which are about the same thing, count. */
    List<Attestation> of(List<Attestation> attestations) {
        if (ever) {
            return attestations.stream()
                    .map(one -> one.lasting(one.from(), null))
                    .toList();
        }
        Span length = atLeast;
        if (length == null) {
            return attestations;
        }
        return joined(attestations).stream()
                .map(one -> one.lasting(
                        length.after(one.from().atZone(ZoneOffset.UTC)).toInstant(), one.until()))
                .filter(Attestation::lasts)
                .toList();
    }

    /** A renewal that begins no later than the last one ended goes on with it. */
    private static List<Attestation> joined(List<Attestation> attestations) {
        List<Attestation> joined = new ArrayList<>();
        for (Attestation next : attestations.stream()
                .sorted(Comparator.comparing(Attestation::from))
                .toList()) {
            Attestation last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last == null || endsBefore(last, next.from())) {
                joined.add(next);
            } else {
                joined.set(joined.size() - 1, last.lasting(last.from(), later(last.until(), next.until())));
            }
        }
        return joined;
    }

    private static boolean endsBefore(Attestation attestation, Instant moment) {
        return attestation.until() != null && attestation.until().isBefore(moment);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return null;
        }
        return one.isAfter(other) ? one : other;
    }
}
