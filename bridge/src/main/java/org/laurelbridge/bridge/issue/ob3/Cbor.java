package org.laurelbridge.bridge.issue.ob3;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Reads the little of CBOR (RFC 8949) that proofs use: whole numbers, bytes, lists and maps, all of a length that is written first.
 * Whatever else stands there is an {@link IllegalArgumentException}.
 */
final class Cbor {

    private static final int NUMBER = 0;
    private static final int BYTES = 2;
    private static final int LIST = 4;
    private static final int MAP = 5;

    private final ByteBuffer rest;

    Cbor(byte[] content) {
        this.rest = ByteBuffer.wrap(content);
    }

    int number() {
        return head(NUMBER);
    }

    /** Bytes, which must be this many. */
    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        try {
            if (head(BYTES) != length) {
                throw new IllegalArgumentException("other bytes than " + length);
            }
            rest.get(bytes);
            return bytes;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("it ends in the middle", e);
        }
    }

    /** The number of items that follow. */
    int list() {
        return head(LIST);
    }

    /** The number of pairs that follow. */
    int map() {
        return head(MAP);
    }

    boolean isAtEnd() {
        return !rest.hasRemaining();
    }

    private int head(int wanted) {
        try {
            int first = rest.get() & 0xff;
            if (first >> 5 != wanted) {
                throw new IllegalArgumentException("another kind of value than " + wanted);
            }
            int small = first & 0x1f;
            return switch (small) {
                case 24 -> rest.get() & 0xff;
                case 25 -> rest.getShort() & 0xffff;
                default -> {
                    if (small > 24) {
                        throw new IllegalArgumentException("a length that no proof has");
                    }
                    yield small;
                }
            };
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("it ends in the middle", e);
        }
    }
}
