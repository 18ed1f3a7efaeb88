package org.laurelbridge.bridge.issue;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.issue.IssuerIdentity.Profile;
import org.laurelbridge.bridge.issue.key.KeyRing;
import org.laurelbridge.bridge.issue.key.Keys;

/** Something earned, and somebody who issues. */
public final class Issued {

    public static final AwardId AWARD = new AwardId(UUID.fromString("6f7a1c1e-2f0b-8a43-9d5e-0f1e2d3c4b5a"));
    public static final UUID RECIPIENT = UUID.fromString("0d9a6a52-93a4-8c3b-8f6e-5a1c0b2d3e4f");
    public static final Instant EARNED_AT = Instant.parse("2026-03-01T10:02:11.250Z");
    public static final Instant SIGNED_AT = Instant.parse("2026-03-01T10:02:14Z");
    public static final URI PUBLIC = URI.create("https://badges.example.org");

    private Issued() {}

    public static Achievement achievement() {
        return new Achievement(
                "k8s-quiz",
                1,
                "Kubernetes fundamentals",
                "Runs workloads on a cluster.",
                "Score at least 80 % on Kubernetes quiz (best attempt).",
                null,
                List.of(
                        new Achievement.Alignment("NICE Framework", "T0161"),
                        new Achievement.Alignment("ESCO", "http://data.europa.eu/esco/skill/1d3e6c8c")),
                List.of("Assessed by exam, proctored."),
                false);
    }

    public static Earned earned(@Nullable String email) {
        return new Earned(
                AWARD, new Recipient(RECIPIENT, email, "00ff"), achievement(), EARNED_AT, null, 2, Standing.STANDS);
    }

    public static Earned expiring(Instant expiresAt) {
        return new Earned(
                AWARD, new Recipient(RECIPIENT, null, "00ff"), achievement(), EARNED_AT, expiresAt, 2, Standing.STANDS);
    }

    public static Earned revoked(String why) {
        return new Earned(
                AWARD,
                new Recipient(RECIPIENT, null, "00ff"),
                achievement(),
                EARNED_AT,
                null,
                2,
                Standing.revoked(why));
    }

    /** An issuer with new keys. */
    public static IssuerIdentity issuer(URI publicUrl) {
        return issuer(publicUrl, newKeys());
    }

    public static IssuerIdentity issuer(URI publicUrl, KeyRing keys) {
        Profile profile =
                new Profile("Example University", URI.create("https://www.example.org/"), "badges@example.org");
        return new IssuerIdentity(profile, keys, new Addresses(publicUrl));
    }

    /** A ring of new keys, kept nowhere. */
    public static KeyRing newKeys() {
        Map<String, byte[]> kept = new HashMap<>();
        return KeyRing.open(
                new KeptKeys(), (name, made) -> kept.computeIfAbsent(name, any -> made.get()), () -> SIGNED_AT);
    }

    /** When it was signed, by an issuer whom nobody outside can ask. */
    public static Issuance issuance() {
        return new Issuance(SIGNED_AT, null);
    }

    private static final class KeptKeys implements Keys {
        private final List<Entry> entries = new ArrayList<>();

        @Override
        public List<Entry> list() {
            return List.copyOf(entries);
        }

        @Override
        public void add(Entry entry) {
            entries.add(0, entry);
        }

        @Override
        public void tell(List<String> exported) {
            throw new AssertionError("nothing is exported");
        }

        @Override
        public Keys by(Doer doer) {
            return this;
        }

        @Override
        public void withdraw(String id, Instant now) {
            entries.replaceAll(one ->
                    one.id().equals(id) ? new Entry(id, one.algorithm(), one.secret(), one.created(), true) : one);
        }
    }
}
