package org.laurelbridge.bridge.issue;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.issue.IssuerIdentity.Profile;

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
                List.of("Assessed by exam, proctored."));
    }

    public static Earned earned(@Nullable String email) {
        return new Earned(AWARD, new Recipient(RECIPIENT, email, "00ff"), achievement(), EARNED_AT, null, 2, null);
    }

    public static Earned expiring(Instant expiresAt) {
        return new Earned(AWARD, new Recipient(RECIPIENT, null, "00ff"), achievement(), EARNED_AT, expiresAt, 2, null);
    }

    public static Earned revoked(String why) {
        return new Earned(AWARD, new Recipient(RECIPIENT, null, "00ff"), achievement(), EARNED_AT, null, 2, why);
    }

    /** An issuer with a new key. */
    public static IssuerIdentity issuer(URI publicUrl) {
        return issuer(publicUrl, newKey());
    }

    public static IssuerIdentity issuer(URI publicUrl, IssuerKey key) {
        Profile profile =
                new Profile("Example University", URI.create("https://www.example.org/"), "badges@example.org");
        return new IssuerIdentity(profile, key, new Addresses(publicUrl));
    }

    public static IssuerKey newKey() {
        Map<String, byte[]> kept = new HashMap<>();
        return IssuerKey.of((name, made) -> kept.computeIfAbsent(name, any -> made.get()));
    }
}
