package org.laurelbridge.webapp.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.BrowserSession.Holder;
import org.laurelbridge.bridge.account.BrowserSession.Kind;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.audit.Audit.Filter;
import org.laurelbridge.bridge.config.ConfigReader;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.session.Sessions;

/** The whole of Laurel at a free port, with an administrator in a browser, an administrator's program, and somebody unknown. */
final class AuditedSite implements AutoCloseable {
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    final Bridge bridge;
    final Account ops = Account.made("Ops", null, Set.of(Role.ADMINISTRATOR), null);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Site site;
    private final String token;

    AuditedSite(Path folder) {
        write(folder.resolve("laurel.yaml"), """
                webhooks:
                  - {name: portal, url: "http://127.0.0.1:1/", secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw}
                """);
        Map<String, String> environment = Map.of("LAUREL_DATA", folder.toString(), "LAUREL_HTTP_PORT", "0");
        Path file = folder.resolve("laurel.yaml");
        bridge = Bridge.open(
                Objects.requireNonNull(ConfigReader.read(file, environment).config()), InstantSource.system());
        token = bridge.stores().tokens().make("robot", "administrator", Instant.now());
        bridge.stores().accounts().add(ops, Login.byPassword("ops"), Instant.now());
        site = Site.open(bridge);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        site.close();
        bridge.close();
    }

    Routes routes() {
        return new Routes(bridge, Site.sessions(bridge), new Pages());
    }

    /** The rows that this adds to the log, the newest first. */
    List<Audit.Entry> rows(Runnable act) {
        List<Audit.Entry> newest = bridge.stores().audit().list(Filter.ALL, 0, 1);
        long before = newest.isEmpty() ? 0 : newest.get(0).id();
        act.run();
        return bridge.stores().audit().list(Filter.ALL, 0, 20).stream()
                .filter(row -> row.id() > before)
                .toList();
    }

    static <T> T waitFor(Supplier<List<T>> what) {
        Instant end = Instant.now().plus(PATIENCE);
        List<T> found = what.get();
        while (found.isEmpty() && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
            found = what.get();
        }
        return found.get(0);
    }

    /** A program posts JSON, or puts it. */
    HttpResponse<String> robot(String method, String path, String json) {
        return send(request(path)
                .headers("Authorization", "Bearer " + token, "Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json)));
    }

    /** Somebody unknown posts JSON. */
    HttpResponse<String> stranger(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** Somebody unknown fills in the form of a page. */
    HttpResponse<String> stranger(String page, String path, Map<String, String> form) {
        HttpResponse<String> shown =
                send(request(page).header("Accept", "text/html").GET());
        String cookies = shown.headers().allValues("Set-Cookie").stream()
                .map(one -> one.replaceFirst(";.*", ""))
                .collect(Collectors.joining("; "));
        return post(path, cookies, csrf(shown), form);
    }

    /** The administrator looks at a page. */
    HttpResponse<String> look(String path) {
        return look(path, signedIn(ops));
    }

    private HttpResponse<String> look(String path, String cookie) {
        return send(
                request(path).headers("Accept", "text/html", "Cookie", cookie).GET());
    }

    /** The administrator sends a form. */
    HttpResponse<String> ops(String path, Map<String, String> form) {
        return ops(path, form, "");
    }

    /** The same with a file; "" for none. */
    HttpResponse<String> ops(String path, Map<String, String> form, String file) {
        String cookie = signedIn(ops);
        String csrf = csrf(look("/admin/people", cookie));
        return file.isEmpty() ? post(path, cookie, csrf, form) : upload(path, cookie, csrf, form, file);
    }

    private String signedIn(Account account) {
        Instant now = Instant.now();
        Duration hour = Duration.ofHours(1);
        String mark = Sessions.Terms.of(hour, hour, bridge.config().publicUrl()).mark();
        Holder holder = new Holder(Kind.ACCOUNT, account.id());
        return "laurel" + mark + "=" + bridge.stores().sessions().begin(holder, now, now.plus(hour));
    }

    private static String csrf(HttpResponse<String> page) {
        Matcher csrf = CSRF.matcher(page.body());
        if (!csrf.find()) {
            throw new AssertionError(page.uri() + " has no form: " + page.statusCode() + page.body());
        }
        return csrf.group(1);
    }

    private HttpResponse<String> post(String path, String cookies, String csrf, Map<String, String> form) {
        Map<String, String> all = new LinkedHashMap<>(form);
        all.put("csrf", csrf);
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .headers("Accept", "text/html", "Cookie", cookies, "Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> upload(
            String path, String cookies, String csrf, Map<String, String> form, String file) {
        Map<String, String> all = new LinkedHashMap<>(form);
        all.put("csrf", csrf);
        StringBuilder parts = new StringBuilder();
        all.forEach((name, value) -> parts.append("--b\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        parts.append("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.csv\"\r\n\r\n")
                .append(file)
                .append("\r\n--b--\r\n");
        return send(request(path)
                .headers("Accept", "text/html", "Cookie", cookies, "Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(parts.toString())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(site.address() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    UUID account(String name) {
        Account account = Account.made(name, null, Set.of(Role.VIEWER), null);
        bridge.stores().accounts().add(account, Login.byPassword(name), Instant.now());
        return account.id();
    }
}
