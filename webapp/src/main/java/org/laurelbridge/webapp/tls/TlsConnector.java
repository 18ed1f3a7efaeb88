package org.laurelbridge.webapp.tls;

import java.time.InstantSource;
import java.util.Objects;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.laurelbridge.xapi.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A port where TLS 1.2 and 1.3 are spoken, with HTTP/2 or 1.1 inside (ALPN), and where renewed files are taken up while it serves. */
public final class TlsConnector {
    private static final Logger LOG = LoggerFactory.getLogger(TlsConnector.class);

    private final TlsFiles files;
    private final InstantSource clock;
    private final SslContextFactory.Server context = new SslContextFactory.Server();
    private String stamp;

    /** @throws IllegalStateException with all that is wrong with the files */
    public TlsConnector(TlsFiles files, InstantSource clock) {
        this.files = files;
        this.clock = clock;
        this.stamp = files.stamp();
        TlsFiles.Read read = files.read(clock.instant());
        if (read.shown() == null) {
            throw new IllegalStateException("TLS cannot be spoken: " + words(read));
        }
        context.setKeyStore(read.shown().keyStore());
        context.setKeyStorePassword(ShownCertificate.PASSWORD);
        context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        // Jetty leaves out all that is weak but this: forward secrecy and authenticated encryption alone (RFC 9325
        // §4.2)
        context.addExcludeCipherSuites("^TLS_(ECDHE|DHE)_.*_CBC_.*$", "^TLS_DHE_.*$");
        context.setUseCipherSuitesOrder(true);
        // nobody asks for it, and each costs the server a handshake (RFC 9325 §3.5)
        context.setRenegotiationAllowed(false);
    }

    /** What listens, once the server starts. */
    public ServerConnector on(Server server, HttpConfiguration http) {
        SecureRequestCustomizer secure = new SecureRequestCustomizer();
        // whoever asks by another name, as a probe does by the address, chose to trust the certificate
        secure.setSniHostCheck(false);
        http.addCustomizer(secure);
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        ALPNServerConnectionFactory choice = new ALPNServerConnectionFactory();
        choice.setDefaultProtocol(plain.getProtocol());
        return new ServerConnector(
                server,
                new SslConnectionFactory(context, choice.getProtocol()),
                choice,
                new HTTP2ServerConnectionFactory(http),
                plain);
    }

    /** Takes the files up when they have changed and are right; else the pair that is shown stays. Called every few seconds. */
    public void renew() {
        String now = files.stamp();
        if (now.equals(stamp)) {
            return;
        }
        stamp = now;
        TlsFiles.Read read = files.read(clock.instant());
        if (read.shown() == null) {
            LOG.error("the renewed certificate is not taken up, the one before it goes on: {}", words(read));
            return;
        }
        try {
            context.reload(same ->
                    same.setKeyStore(Objects.requireNonNull(read.shown()).keyStore()));
            LOG.info(
                    "the renewed certificate is taken up; it is good until {}",
                    read.shown().own().getNotAfter().toInstant());
        } catch (Exception e) {
            LOG.error("the renewed certificate is not taken up, the one before it goes on", e);
        }
    }

    private static String words(TlsFiles.Read read) {
        return read.problems().stream()
                .map(Problem::toString)
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
    }
}
