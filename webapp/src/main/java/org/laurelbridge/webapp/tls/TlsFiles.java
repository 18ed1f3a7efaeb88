package org.laurelbridge.webapp.tls;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Problem;

/**
 * Where the certificate and its key stand.
 *
 * @param certificate PEM, the server's own first
 * @param key PEM
 * @param password of the key; null when it is not encrypted
 */
public record TlsFiles(Path certificate, Path key, @Nullable String password) {

    /** What both files hold, or every problem that they have. */
    record Read(@Nullable ShownCertificate shown, List<Problem> problems) {
        Read {
            problems = List.copyOf(problems);
        }
    }

    Read read(Instant now) {
        List<Problem> problems = new ArrayList<>();
        List<X509Certificate> chain = List.of();
        PrivateKey found = null;
        try {
            chain = ShownCertificate.chain(certificate);
        } catch (BadFile bad) {
            problems.add(bad.problem());
        }
        try {
            found = new KeyFile(key, password).read();
        } catch (BadFile bad) {
            problems.add(bad.problem());
        }
        if (chain.isEmpty() || found == null) {
            return new Read(null, problems);
        }
        ShownCertificate shown = new ShownCertificate(chain, found);
        problems.addAll(shown.problems(this, now));
        return new Read(problems.isEmpty() ? shown : null, problems);
    }

    /** Everything that is wrong with the files for a server that is known by an address. */
    public List<Problem> problems(URI publicUrl, Instant now) {
        Read read = read(now);
        ShownCertificate shown = read.shown();
        if (shown == null || CertifiedNames.hold(shown.own(), publicUrl.getHost())) {
            return read.problems();
        }
        return List.of(new Problem(
                certificate.toString(),
                CertifiedNames.of(shown.own()).stream().collect(Collectors.joining(", ", "a certificate for ", "")),
                "one for " + publicUrl.getHost() + ", the host of public-url",
                ""));
    }

    /** Changes when the files do. */
    String stamp() {
        return Stream.of(certificate, key).map(TlsFiles::stamp).collect(Collectors.joining(" "));
    }

    private static String stamp(Path file) {
        try {
            return Files.size(file) + "@" + Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return "none";
        }
    }
}
