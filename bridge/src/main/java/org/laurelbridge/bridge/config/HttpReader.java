package org.laurelbridge.bridge.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.document.Fields;

/** Reads {@code http} and {@code limits}. */
final class HttpReader {
    private static final int MOST_REQUESTS = 10_000_000;
    private static final Duration LONGEST_STRICT = Duration.ofDays(3 * 366);

    private final Part http;
    private final Part limits;

    HttpReader(Part whole) {
        this.http = whole.below("http");
        this.limits = whole.below("limits");
    }

    LaurelConfig.Http http(URI publicUrl) {
        Fields fields = http.fields();
        LaurelConfig.Http result = new LaurelConfig.Http(
                fields.text("host").orElse("127.0.0.1"),
                fields.whole("port", 0, 65_535).orElse(8_080L).intValue(),
                limits.fields().whole("body", 1_024, 1L << 30).orElse(8_388_608L),
                limits.fields().whole("statements", 1, 10_000).orElse(1_000L).intValue(),
                fields.truth("open-metrics").orElse(false),
                http.networks("proxy"),
                new LaurelConfig.Guarding(tls(http.below("tls"), publicUrl), strictTransport(), requests()));
        fields.finish();
        limits.fields().finish();
        return result;
    }

    private LaurelConfig.@Nullable Tls tls(Part tls, URI publicUrl) {
        Fields fields = tls.fields();
        Optional<Path> certificate = fields.text("certificate").map(http.folder()::resolve);
        Optional<Path> key = fields.text("key").map(http.folder()::resolve);
        Optional<String> password = tls.secret("password");
        int redirect = fields.whole("redirect-port", 1, 65_535).orElse(0L).intValue();
        if (!fields.keys().isEmpty()) {
            fields.require("certificate", "key");
            if (!"https".equals(publicUrl.getScheme())) {
                http.problems()
                        .add(
                                fields.place(),
                                "TLS, and a public-url that begins with http:",
                                "a public-url with https:");
            }
        }
        fields.finish();
        return certificate.isPresent() && key.isPresent()
                ? new LaurelConfig.Tls(certificate.get(), key.get(), password.orElse(null), redirect)
                : null;
    }

    private Duration strictTransport() {
        Optional<Duration> length = http.fields().span("hsts").map(Part::duration);
        if (length.filter(time -> time.compareTo(LONGEST_STRICT) > 0).isPresent()) {
            http.tell("hsts", "a length of time of at most three years");
        }
        return length.orElse(LaurelConfig.Guarding.USUAL.strictTransport());
    }

    private LaurelConfig.Requests requests() {
        LaurelConfig.Requests usual = LaurelConfig.Requests.USUAL;
        Part requests = limits.below("requests");
        LaurelConfig.Requests read = new LaurelConfig.Requests(
                most(requests, "from-address", usual.fromAddress()),
                most(requests, "of-person", usual.ofPerson()),
                most(requests, "of-source", usual.ofSource()));
        requests.fields().finish();
        return read;
    }

    private static int most(Part requests, String key, int usual) {
        return requests.fields()
                .whole(key, 0, MOST_REQUESTS)
                .orElse((long) usual)
                .intValue();
    }
}
