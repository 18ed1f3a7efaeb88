package org.laurelbridge.mapping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Context;
import org.laurelbridge.xapi.Score;

/**
 * How a score becomes a percent. The specification does not say how scaled and raw relate, so the choice is declared.
 *
 * @param order which field wins
 * @param symmetric scaled −1 to 1 is 0 to 100 %, instead of 0 to 1
 * @param above how far scaled and raw may be apart, in percent
 * @param ignoredWith extensions of contexts; a statement with one of them has its scaled left unread
 */
record ScorePolicy(
        List<Field> order,
        boolean symmetric,
        Negative negative,
        boolean clamps,
        BigDecimal above,
        Conflict conflict,
        Set<String> ignoredWith) {

    enum Field {
        SCALED,
        RAW
    }

    enum Negative {
        ZERO,
        KEEP,
        REJECT
    }

    enum Conflict {
        WARN,
        LOWER,
        REJECT
    }

    static final ScorePolicy DEFAULT = new ScorePolicy(
            List.of(Field.SCALED, Field.RAW), false, Negative.ZERO, true, BigDecimal.ONE, Conflict.WARN, Set.of());

    ScorePolicy {
        order = List.copyOf(order);
        ignoredWith = Set.copyOf(ignoredWith);
    }

    /** Whether the sender of a statement with this context fills {@code scaled} as the specification means it. */
    boolean readsScaled(@Nullable Context context) {
        return context == null || ignoredWith.stream().noneMatch(context.extensions()::has);
    }

    /** The score with what this sender leaves out. */
    static Score completed(Score score, Activity.Bounds bounds) {
        return new Score(
                score.scaled(),
                score.raw(),
                bounds.min() != null ? bounds.min() : score.min(),
                bounds.max() != null ? bounds.max() : score.max());
    }

    /** The percent; null when the score gives none, and the diagnostics say why. */
    @Nullable
    Percent percent(Score score, Consumer<Diagnostic> diagnostics) {
        Percent scaled = order.contains(Field.SCALED) ? fromScaled(score, diagnostics) : null;
        Percent raw = order.contains(Field.RAW) ? fromRaw(score, scaled == null, diagnostics) : null;
        if (scaled == null || raw == null) {
            return scaled == null ? raw : scaled;
        }
        Percent winner = order.get(0) == Field.SCALED ? scaled : raw;
        return areApart(scaled, raw) ? inConflict(scaled, raw, winner, diagnostics) : winner;
    }

    private @Nullable Percent fromScaled(Score score, Consumer<Diagnostic> diagnostics) {
        BigDecimal scaled = score.scaled();
        if (scaled == null) {
            return null;
        }
        if (scaled.abs().compareTo(BigDecimal.ONE) > 0) {
            diagnostics.accept(
                    new Diagnostic("scaled-out-of-range", "score.scaled " + scaled + " is not from -1 to 1"));
            return null;
        }
        if (symmetric) {
            return Percent.share(scaled.add(BigDecimal.ONE), BigDecimal.valueOf(2));
        }
        return scaled.signum() < 0 ? negative(scaled, diagnostics) : Percent.share(scaled, BigDecimal.ONE);
    }

    private @Nullable Percent negative(BigDecimal scaled, Consumer<Diagnostic> diagnostics) {
        return switch (negative) {
            case ZERO -> Percent.share(BigDecimal.ZERO, BigDecimal.ONE);
            case KEEP -> Percent.share(scaled, BigDecimal.ONE);
            case REJECT -> {
                diagnostics.accept(new Diagnostic("scaled-negative", "score.scaled " + scaled + " is below zero"));
                yield null;
            }
        };
    }

    private @Nullable Percent fromRaw(Score score, boolean needed, Consumer<Diagnostic> diagnostics) {
        BigDecimal raw = score.raw();
        BigDecimal max = score.max();
        BigDecimal min = score.min() == null ? BigDecimal.ZERO : score.min();
        if (raw == null) {
            return null;
        }
        if (max == null) {
            if (needed) {
                diagnostics.accept(
                        new Diagnostic("no-maximum", "score.raw " + raw + " says nothing without score.max"));
            }
            return null;
        }
        if (max.compareTo(min) <= 0) {
            diagnostics.accept(
                    new Diagnostic("bounds-reversed", "score.max " + max + " is not above score.min " + min));
            return null;
        }
        if (raw.compareTo(min) < 0 || raw.compareTo(max) > 0) {
            diagnostics.accept(
                    new Diagnostic("raw-out-of-range", "score.raw " + raw + " is not from " + min + " to " + max));
            return clamps ? Percent.share(raw.max(min).min(max).subtract(min), max.subtract(min)) : null;
        }
        return Percent.share(raw.subtract(min), max.subtract(min));
    }

    private boolean areApart(Percent one, Percent other) {
        BigDecimal difference = one.part()
                .multiply(other.whole())
                .subtract(other.part().multiply(one.whole()))
                .abs();
        return difference.compareTo(above.multiply(one.whole()).multiply(other.whole())) > 0;
    }

    private @Nullable Percent inConflict(
            Percent scaled, Percent raw, Percent winner, Consumer<Diagnostic> diagnostics) {
        diagnostics.accept(new Diagnostic("score-conflict", "scaled says " + scaled + ", raw says " + raw));
        return switch (conflict) {
            case WARN -> winner;
            case LOWER -> scaled.compareTo(raw) <= 0 ? scaled : raw;
            case REJECT -> null;
        };
    }
}
