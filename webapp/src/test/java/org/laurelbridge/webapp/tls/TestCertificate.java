package org.laurelbridge.webapp.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** A certificate that vouches for itself, made by the JDK's keytool. */
record TestCertificate(X509Certificate certificate, PrivateKey key) {
    private static final char[] PASSWORD = "changeit".toCharArray();

    /** Good for the next ten days, for localhost and 127.0.0.1. */
    static TestCertificate made(Path folder, String algorithm) {
        return made(
                folder,
                algorithm,
                "-ext",
                "san=dns:localhost,dns:*.badges.example.org,ip:127.0.0.1",
                "-validity",
                "10");
    }

    static TestCertificate made(Path folder, String algorithm, String... more) {
        try {
            Path store = Files.createTempDirectory(folder, "keys").resolve("store.p12");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "a",
                    "-dname",
                    "CN=laurel",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    "changeit",
                    "-keyalg",
                    algorithm));
            command.addAll(Arrays.asList(more));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            KeyStore read = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                read.load(in, PASSWORD);
            }
            return new TestCertificate(
                    (X509Certificate) read.getCertificate("a"), (PrivateKey) read.getKey("a", PASSWORD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String pem(String label, byte[] bytes) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + label
                + "-----\n";
    }

    String certificatePem() {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String keyPem() {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    /** Writes both, as a program that renews them does. */
    TestCertificate into(TlsFiles files) {
        write(files.certificate(), certificatePem());
        write(files.key(), keyPem());
        return this;
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
