package org.laurelbridge.webapp.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.laurelbridge.xapi.Problem;

/**
 * A certificate with those that vouch for it, and its key.
 *
 * @param chain the server's own first; one at least
 */
record ShownCertificate(List<X509Certificate> chain, PrivateKey key) {
    /** The key store is in memory alone; Java wants a password all the same. */
    static final String PASSWORD = "in memory";

    private static final Map<String, String> SIGNING =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

    ShownCertificate {
        chain = List.copyOf(chain);
    }

    X509Certificate own() {
        return chain.get(0);
    }

    static List<X509Certificate> chain(Path file) throws BadFile {
        List<X509Certificate> chain = new ArrayList<>();
        for (Pem pem : Pem.read(file)) {
            if (pem.label().equals("CERTIFICATE")) {
                chain.add(certificate(file, pem.bytes(file)));
            }
        }
        if (chain.isEmpty()) {
            throw new BadFile(
                    file, "no certificate", "the server's certificate in PEM, and those that vouch for it after it");
        }
        return chain;
    }

    private static X509Certificate certificate(Path file, byte[] bytes) throws BadFile {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        } catch (CertificateException notOne) {
            throw new BadFile(file, "a block CERTIFICATE that is none", "X.509 certificates in PEM");
        }
    }

    /** Whether the key is the certificate's: what it signs, the certificate confirms. */
    boolean belongTogether() {
        String algorithm = SIGNING.get(key.getAlgorithm().equals("Ed25519") ? "EdDSA" : key.getAlgorithm());
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(new byte[] {1});
            byte[] signed = signature.sign();
            signature.initVerify(own().getPublicKey());
            signature.update(new byte[] {1});
            return signature.verify(signed);
        } catch (GeneralSecurityException ofAnotherKind) {
            return false;
        }
    }

    /** What makes the pair useless, whoever it is for. */
    List<Problem> problems(TlsFiles files, Instant now) {
        List<Problem> problems = new ArrayList<>();
        String certificate = files.certificate().toString();
        if (!belongTogether()) {
            problems.add(new Problem(files.key().toString(), "another key", "the key of the certificate", ""));
        }
        Instant end = own().getNotAfter().toInstant();
        if (now.isAfter(end)) {
            problems.add(new Problem(certificate, "expired at " + end, "a certificate that is good now", ""));
        }
        Instant begin = own().getNotBefore().toInstant();
        if (now.isBefore(begin)) {
            problems.add(new Problem(certificate, "good from " + begin, "a certificate that is good now", ""));
        }
        for (int i = 1; i < chain.size(); i++) {
            if (!chain.get(i - 1).getIssuerX500Principal().equals(chain.get(i).getSubjectX500Principal())) {
                problems.add(new Problem(
                        certificate,
                        "certificate " + (i + 1) + " does not vouch for the one before it",
                        "the server's certificate first, then each that vouches for the one before it",
                        ""));
            }
        }
        return problems;
    }

    KeyStore keyStore() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("laurel", key, PASSWORD.toCharArray(), chain.toArray(X509Certificate[]::new));
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no PKCS#12", e);
        }
    }
}
