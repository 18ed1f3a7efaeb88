package org.laurelbridge.webapp.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.laurelbridge.bridge.config.Network;

/** For which hosts a certificate is good (RFC 9525 §6): by its alternative names alone, as browsers do. */
final class CertifiedNames {
    private static final int DNS = 2;
    private static final int IP = 7;

    private CertifiedNames() {}

    static boolean hold(X509Certificate certificate, String host) {
        String bare = host.replaceAll("^\\[|]$", "").toLowerCase(Locale.ROOT);
        return of(certificate).stream().anyMatch(name -> matches(name.toLowerCase(Locale.ROOT), bare));
    }

    static List<String> of(X509Certificate certificate) {
        try {
            return Optional.ofNullable(certificate.getSubjectAlternativeNames()).stream()
                    .flatMap(Collection::stream)
                    .filter(name -> name.get(0).equals(DNS) || name.get(0).equals(IP))
                    .map(name -> String.valueOf(name.get(1)))
                    .toList();
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
    }

    /** A star stands for one whole label, the first (§6.3). */
    private static boolean matches(String name, String host) {
        if (name.startsWith("*.")) {
            int dot = host.indexOf('.');
            return dot > 0 && host.substring(dot).equals(name.substring(1));
        }
        return name.equals(host)
                || (Network.address(name).isPresent() && Network.address(name).equals(Network.address(host)));
    }
}
