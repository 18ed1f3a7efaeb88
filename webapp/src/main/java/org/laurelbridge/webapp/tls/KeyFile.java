package org.laurelbridge.webapp.tls;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A private key in a PEM file: PKCS#8, plain or encrypted (RFC 5958), PKCS#1 (RFC 8017 A.1.2) or SEC 1 (RFC 5915).
 *
 * @param password of an encrypted one; null for none
 */
record KeyFile(Path file, @Nullable String password) {
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");
    private static final byte[] RSA = {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x01, 0x01};
    private static final byte[] EC = {0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 0x02, 0x01};
    private static final String EXPECTED = "a private key in PEM: PKCS#8, PKCS#1 or an EC key";

    PrivateKey read() throws BadFile {
        for (Pem pem : Pem.read(file)) {
            Optional<PrivateKey> key = read(pem);
            if (key.isPresent()) {
                return key.get();
            }
        }
        throw new BadFile(file, "no private key", EXPECTED);
    }

    // other blocks stand there too, as the parameters that OpenSSL writes before an EC key
    private Optional<PrivateKey> read(Pem pem) throws BadFile {
        if (pem.label().endsWith("PRIVATE KEY") && pem.isSealedItself()) {
            throw new BadFile(
                    file,
                    "a key encrypted in OpenSSL's old way",
                    "PKCS#8, as `openssl pkcs8 -topk8 -in OLD -out NEW` makes of it");
        }
        try {
            return switch (pem.label()) {
                case "PRIVATE KEY" -> Optional.of(key(pem.bytes(file)));
                case "RSA PRIVATE KEY" -> Optional.of(key(pkcs8(RSA, Der.of(Der.NULL), pem.bytes(file))));
                case "EC PRIVATE KEY" -> Optional.of(key(pkcs8(EC, curve(pem.bytes(file)), pem.bytes(file))));
                case "ENCRYPTED PRIVATE KEY" -> Optional.of(key(opened(pem.bytes(file))));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException | BufferUnderflowException notOne) {
            throw new BadFile(file, "a block " + pem.label() + " that is none", EXPECTED);
        }
    }

    private static byte[] pkcs8(byte[] algorithm, byte[] parameters, byte[] key) {
        return Der.of(
                Der.SEQUENCE,
                Der.of(Der.INTEGER, new byte[1]),
                Der.of(Der.SEQUENCE, Der.of(Der.OID, algorithm), parameters),
                Der.of(Der.OCTETS, key));
    }

    private static byte[] curve(byte[] sec1) {
        Der all = Der.read(ByteBuffer.wrap(sec1)).get(0);
        return Der.read(all.content()).stream()
                .filter(part -> part.tag() == Der.FIRST_OPTION)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an EC key without its curve"))
                .bytes();
    }

    private PrivateKey key(byte[] pkcs8) throws BadFile {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException another) {
                // of another algorithm, or of none
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java has no " + algorithm, e);
            }
        }
        throw new BadFile(file, "a key of another algorithm, or a broken one", "a key for RSA, EC or Ed25519");
    }

    private byte[] opened(byte[] sealed) throws BadFile {
        if (password == null) {
            throw new BadFile(
                    file, "an encrypted key", "its password in http.tls.password, or a key that is not encrypted");
        }
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(sealed);
            // with PBES2 the parameters know the name of the algorithm, and the key itself does not
            String name = info.getAlgName().startsWith("PBEWith")
                    ? info.getAlgName()
                    : info.getAlgParameters().toString();
            Cipher cipher = Cipher.getInstance(name);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(name).generateSecret(new PBEKeySpec(password.toCharArray())),
                    info.getAlgParameters());
            return info.getKeySpec(cipher).getEncoded();
        } catch (IOException | GeneralSecurityException notOpened) {
            throw new BadFile(
                    file,
                    "an encrypted key that the password does not open",
                    "the right http.tls.password, and PBES2 with AES as `openssl pkcs8 -topk8` makes");
        }
    }
}
