package org.laurelbridge.bridge.issue.form;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.bridge.issue.Credentials;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.Earnings;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.ob3.ClrWriter;
import org.laurelbridge.bridge.issue.ob3.ProofHash;

/** The records of stacks: badges that are earned by holding others. Each is signed once, then remembered. Safe for many threads. */
public final class Stacks {
    private static final int MOST = 200;

    private final Awards awards;
    private final Credentials credentials;
    private final Earnings earnings;
    private final Parts parts;
    private final ClrWriter writer;
    private final IssuerIdentity issuer;
    private final InstantSource clock;
    private final Map<Inside, String> written = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Inside, String> eldest) {
            return size() > MOST;
        }
    };

    /** What a record is made of: the key that signs it, and the hashes of the badges in it. */
    private record Inside(String key, List<String> badges) {}

    /** Which badges a badge asks for. */
    public interface Parts {
        /** Their ids, sorted; none where it asks for none. */
        List<String> of(Achievement achievement);
    }

    public Stacks(
            Awards awards,
            Credentials credentials,
            Earnings earnings,
            Parts parts,
            IssuerIdentity issuer,
            InstantSource clock) {
        this.awards = awards;
        this.credentials = credentials;
        this.earnings = earnings;
        this.parts = parts;
        this.writer = new ClrWriter(issuer);
        this.issuer = issuer;
        this.clock = clock;
    }

    /** Whether a badge is a stack. */
    public boolean isOne(Achievement achievement) {
        return !parts.of(achievement).isEmpty();
    }

    /**
     * The record of a stack with those of its badges that the learner holds now; in that of a public stack are public ones alone,
     * since anyone may read it. Empty for any other badge, or before it is signed.
     */
    Optional<String> find(Earned earned) {
        List<String> badges = parts.of(earned.achievement());
        Optional<Award> stack = awards.find(earned.credential().value());
        Optional<String> own = credentials.find(earned.credential());
        if (badges.isEmpty() || stack.isEmpty() || own.isEmpty()) {
            return Optional.empty();
        }
        var held = awards.find(stack.get().person(), badges);
        List<String> inside = badges.stream()
                .flatMap(badge -> newest(held.getOrDefault(badge, List.of())))
                .filter(award -> award.isPublic() || !stack.get().isPublic())
                .flatMap(award -> signed(award).stream())
                .toList();
        return Optional.of(record(earned, own.get(), inside));
    }

    /** Unless it still names the account that its learner had before two were joined: a record is of one person. */
    private Optional<String> signed(Award award) {
        String owner = earnings.find(award.credential().value())
                .map(earned -> earned.recipient().urn())
                .orElse("");
        return credentials
                .find(award.credential())
                .filter(text -> ClrWriter.owner(text).equals(owner));
    }

    private String record(Earned stack, String own, List<String> inside) {
        Inside key = new Inside(
                issuer.keys().ed25519().id(),
                Stream.concat(Stream.of(own), inside.stream())
                        .map(ProofHash::hex)
                        .toList());
        synchronized (written) {
            return written.computeIfAbsent(key, any -> writer.write(stack, own, inside));
        }
    }

    private Stream<Award> newest(List<Award> awards) {
        return awards.stream()
                .filter(award -> award.status() == AwardStatus.VALID && !award.isExpired(clock.instant()))
                .reduce((earlier, later) -> later)
                .stream();
    }
}
