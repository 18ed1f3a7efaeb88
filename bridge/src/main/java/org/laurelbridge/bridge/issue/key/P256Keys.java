package org.laurelbridge.bridge.issue.key;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;

/** P-256 public keys as the bytes of a multikey: 0x8024 and the compressed point (Controlled Identifiers 1.0 §2.2.2). */
public final class P256Keys {

    private static final byte[] MULTICODEC = {(byte) 0x80, 0x24};
    private static final int BYTES = 35;

    private P256Keys() {}

    /** The key; empty when the bytes are none. */
    public static Optional<PublicKey> read(byte[] bytes) {
        boolean isKey = bytes.length == BYTES
                && Arrays.equals(bytes, 0, 2, MULTICODEC, 0, 2)
                && (bytes[2] == 2 || bytes[2] == 3);
        try {
            return isKey ? point(bytes) : Optional.empty();
        } catch (GeneralSecurityException noKey) {
            return Optional.empty();
        }
    }

    /** From the compressed form (SEC 1 §2.3.4): y is the root that is odd or even as told. */
    private static Optional<PublicKey> point(byte[] bytes) throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
        BigInteger p = ((ECFieldFp) curve.getCurve().getField()).getP();
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(bytes, 3, BYTES));
        BigInteger square = x.pow(3)
                .add(curve.getCurve().getA().multiply(x))
                .add(curve.getCurve().getB())
                .mod(p);
        BigInteger y = square.modPow(p.add(BigInteger.ONE).shiftRight(2), p);
        if (x.compareTo(p) >= 0 || !y.multiply(y).mod(p).equals(square)) {
            return Optional.empty();
        }
        BigInteger told = y.testBit(0) == (bytes[2] == 3) ? y : p.subtract(y);
        return Optional.of(
                KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, told), curve)));
    }
}
