package org.laurelbridge.bridge.issue.key;

import java.math.BigInteger;
import java.util.Arrays;

/** Base 58 as Bitcoin writes it (no 0, O, I and l): what follows the {@code z} of a multibase text. */
public final class Base58 {

    private static final String LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(LETTERS.length());

    private Base58() {}

    /** Every zero byte in front becomes a 1 in front. */
    public static String encode(byte[] bytes) {
        StringBuilder reversed = new StringBuilder();
        BigInteger rest = new BigInteger(1, bytes);
        while (rest.signum() > 0) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            reversed.append(LETTERS.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
            reversed.append(LETTERS.charAt(0));
        }
        return reversed.reverse().toString();
    }

    /**
     * The bytes of a text.
     *
     * @throws IllegalArgumentException when it holds another character
     */
    public static byte[] decode(String text) {
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < text.length(); i++) {
            int digit = LETTERS.indexOf(text.charAt(i));
            if (digit < 0) {
                throw new IllegalArgumentException(
                        "character " + (i + 1) + " (" + text.charAt(i) + ") is not of base 58");
            }
            number = number.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        int zeros = 0;
        while (zeros < text.length() && text.charAt(zeros) == LETTERS.charAt(0)) {
            zeros++;
        }
        byte[] digits = number.signum() == 0 ? new byte[0] : number.toByteArray();
        int sign = digits.length > 0 && digits[0] == 0 ? 1 : 0;
        byte[] bytes = new byte[zeros + digits.length - sign];
        System.arraycopy(Arrays.copyOfRange(digits, sign, digits.length), 0, bytes, zeros, digits.length - sign);
        return bytes;
    }
}
