package org.laurelbridge.bridge.backpack;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.backpack.Backpack.Keeping;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.verify.Presented;
import org.laurelbridge.bridge.verify.key.Jws;
import org.laurelbridge.bridge.verify.report.Line;
import org.laurelbridge.bridge.verify.report.Outcome;
import org.laurelbridge.bridge.verify.report.Report;
import org.laurelbridge.bridge.verify.report.Verdict;

/**
 * Takes badges that applications bring (Open Badges 3.0 § upsertCredential, Open Badges 2.1 § POST /assertions): verified first. What
 * is changed or of an issuer who does not vouch for it is refused; when nobody
 * answers now who could tell, it is kept and said to be so.
 */
public final class Receiving implements Recorded<Receiving> {

    /** How large one may be, in bytes. */
    public static final int MOST_BYTES = 1024 * 1024;

    private static final Set<Verdict> REFUSED = EnumSet.of(Verdict.CHANGED, Verdict.UNKNOWN_ISSUER, Verdict.UNREADABLE);
    private static final int LONGEST = 300;

    private final Backpack backpack;
    private final OwnBadges own;
    private final InstantSource clock;

    public Receiving(Backpack backpack, OwnBadges own, InstantSource clock) {
        this.backpack = backpack;
        this.own = own;
        this.clock = clock;
    }

    @Override
    public Receiving by(Doer doer) {
        return new Receiving(backpack.by(doer), own, clock);
    }

    /** Whoever verifies: with what it asks of the network, and how many at once, it sees to itself. */
    @FunctionalInterface
    public interface Check {
        Report verify(Presented presented);
    }

    /** For whom a badge is brought, and by which application. */
    public record Bringer(PersonId person, UUID client) {}

    /** What came of it. */
    public sealed interface Taken {

        /** It is kept, or was kept already. */
        record Kept(boolean isNew) implements Taken {}

        /** It is one of this learner's awards, which is here already. */
        record Ours() implements Taken {}

        /** It is none, or not good: all reasons. */
        record NoBadge(List<String> reasons) implements Taken {
            public NoBadge {
                reasons = List.copyOf(reasons);
            }
        }

        /** It is another learner's. */
        record Anothers() implements Taken {}

        /** It is good, but not kept. */
        record NotKept(Keeping why) implements Taken {}
    }

    /**
     * Takes a badge.
     *
     * @param standard that it must be of
     * @param text as it came: JSON, or a compact JWS
     */
    public Taken take(Bringer bringer, Standard standard, String text, Check check) {
        Report report = check.verify(new Presented.Text(text));
        Claim claim = Claim.of(report, text).orElse(null);
        Vouching vouching = Vouching.of(report);
        if (REFUSED.contains(report.verdict()) || vouching == Vouching.NONE || claim == null) {
            return new Taken.NoBadge(reasons(report));
        }
        if (!claim.format().startsWith(standard.words())) {
            return new Taken.NoBadge(List.of("It is " + claim.format() + ", not " + standard.words() + "."));
        }
        Optional<Boolean> ours = own.isOf(bringer.person(), report, claim);
        if (ours.isPresent()) {
            return ours.get() ? new Taken.Ours() : new Taken.Anothers();
        }
        if (own.isAnothers(bringer.person(), report)) {
            return new Taken.Anothers();
        }
        String id = claim.id();
        Instant validFrom = claim.validFrom();
        if (id == null || id.isBlank() || validFrom == null) {
            return new Taken.NoBadge(List.of("It has no id, or does not say since when it is valid."));
        }
        Keeping keeping = backpack.keep(
                bringer.person(),
                new Brought(
                        standard,
                        Jws.looksLike(text.strip()),
                        vouching == Vouching.GIVEN,
                        new Brought.Name(Equality.of(claim.issuer()), Equality.of(id)),
                        new Brought.Shown(cut(claim.title()), cut(claim.issuerName()), report.verdict()),
                        validFrom,
                        bringer.client(),
                        new Brought.Content(text.getBytes(StandardCharsets.UTF_8))),
                clock.instant());
        return switch (keeping) {
            case CREATED, REPLACED -> new Taken.Kept(keeping == Keeping.CREATED);
            case OLDER, UNPROVEN, FULL -> new Taken.NotKept(keeping);
        };
    }

    private static List<String> reasons(Report report) {
        return report.lines().stream()
                .filter(line -> line.outcome() == Outcome.BAD || line.outcome() == Outcome.UNKNOWN)
                .map(Line::sentence)
                .toList();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
