package org.laurelbridge.bridge.issue;

import java.util.Locale;
import java.util.UUID;

/**
 * Where strangers learn how a credential stands: one bit of a list (Bitstring Status List 1.0 §2.1).
 *
 * @param place of its bit, from 0 to {@link #PLACES} - 1, at random, so that it says nothing about who was given what, and when
 * @param refresh the unguessable part of the address that answers with its newest form
 */
public record StatusPlace(UUID list, Purpose purpose, int place, UUID refresh) {

    /** How many bits a list has: the least that hides a single one. */
    public static final int PLACES = 131_072;

    /** What a bit that is set means. */
    public enum Purpose {
        /** It was taken back for good. */
        REVOCATION,
        /** It does not hold for now. */
        SUSPENSION;

        /** As it is written: {@code revocation}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads {@link #word}. */
        public static Purpose of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
