package org.laurelbridge.bridge.award;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.FactText;

/** What an award rests on, in one number: whether the same facts still stand can be told without keeping them (S9). */
final class FactsFingerprint {

    private FactsFingerprint() {}

    /** SHA-256, hexadecimal, of the facts of these statements. The order in which they are given plays no part. */
    static String of(Collection<Fact> facts, Collection<UUID> evidence) {
        MessageDigest digest = sha256();
        Set<UUID> used = Set.copyOf(evidence);
        facts.stream()
                .filter(fact -> used.contains(fact.statement()))
                .map(FactText::write)
                .distinct()
                .sorted()
                .forEach(text -> digest.update((text + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("this Java has no SHA-256", failure);
        }
    }
}
