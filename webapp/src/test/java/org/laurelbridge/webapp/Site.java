package org.laurelbridge.webapp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Accounts;
import org.laurelbridge.bridge.account.BrowserSession.Holder;
import org.laurelbridge.bridge.account.BrowserSession.Kind;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.PasswordSignIn;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.account.SignInLimits;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.secret.SecretBox;
import org.laurelbridge.bridge.store.AccountStore;
import org.laurelbridge.bridge.store.AuditStore;
import org.laurelbridge.bridge.store.BrowserSessionStore;
import org.laurelbridge.bridge.store.PasswordStore;
import org.laurelbridge.bridge.store.SignInTryStore;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.webapp.admin.SignInForm;
import org.laurelbridge.webapp.admin.SignInServlet;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.server.WebServer;
import org.laurelbridge.webapp.session.Administrators;
import org.laurelbridge.webapp.session.Sessions;

/** Routes on a real server at a free port, and a client that speaks to them as a browser or a program does. */
public final class Site implements AutoCloseable {
    public static final String TOKEN = "laurel_the-token";
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    public static final InstantSource CLOCK = InstantSource.fixed(NOW);

    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private static final UUID MARK = new UUID(0, 1);

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestDatabase database;
    private final AccountStore accounts;
    private final BrowserSessionStore kept;
    private final WebServer server;
    private String cookie = "";
    private volatile boolean isRevoked;

    public Site(BiFunction<Sessions, Pages, List<Route>> routes) {
        this(TestDatabase.sqlite(), routes, CLOCK, false);
    }

    /**
     * @param database of accounts and sessions; closed with this
     * @param isSecure as behind a proxy that speaks https
     */
    public Site(
            TestDatabase database,
            BiFunction<Sessions, Pages, List<Route>> routes,
            InstantSource clock,
            boolean isSecure) {
        this.database = database;
        accounts = new AccountStore(database.database());
        kept = new BrowserSessionStore(database.database());
        Sessions.Terms terms = new Sessions.Terms(Duration.ofHours(2), Duration.ofHours(12), isSecure);
        Sessions sessions = new Sessions(kept, accounts, new OneToken(), terms, new SecretBox(new byte[32]), clock);
        Pages pages = new Pages();
        server = new WebServer("127.0.0.1", 0, routes.apply(sessions, pages), sessions, pages);
        server.start();
    }

    /** The page to sign in at, by what is kept in a database. */
    public static Route signInRoute(Sessions sessions, Pages pages, TestDatabase database, InstantSource clock) {
        SignInLimits limits = new SignInLimits(new SignInTryStore(database.database()), clock);
        PasswordSignIn passwords = new PasswordSignIn(
                new AccountStore(database.database()), new PasswordStore(database.database()), limits);
        return Route.of(
                        Access.PUBLIC,
                        new SignInServlet(
                                passwords,
                                limits,
                                new SignInForm(sessions, pages, List.of()),
                                new AuditStore(database.database(), clock)),
                        "/sign-in")
                .taking("GET", "POST");
    }

    public int port() {
        return server.port();
    }

    /** A page, as a browser asks for it. */
    public HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html"));
    }

    /** A document, as a program asks for it. */
    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path).headers(headers));
    }

    /** The same by an administrator's program. */
    public HttpResponse<String> ask(String path) {
        return send(request(path).header("Authorization", "Bearer " + TOKEN));
    }

    public HttpResponse<String> tell(String path, String json) {
        return send(request(path)
                .headers("Authorization", "Bearer " + TOKEN, "Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> put(String path, String json) {
        return send(request(path)
                .headers("Authorization", "Bearer " + TOKEN, "Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json)));
    }

    /** The same with another method and without a body. */
    public HttpResponse<String> call(String method, String path) {
        return send(request(path).header("Authorization", "Bearer " + TOKEN).method(method, BodyPublishers.noBody()));
    }

    /** A form, without the session's own token. */
    public HttpResponse<String> post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .headers("Accept", "text/html", "Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** A form with one file, its field named "file". */
    public HttpResponse<String> upload(String path, Map<String, String> fields, byte[] file) {
        return upload(
                path, fields, "a file", new String(file, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
    }

    /** The same with a file of text, and its name. */
    public HttpResponse<String> upload(String path, Map<String, String> fields, String name, String file) {
        return upload(path, fields, name, file, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> upload(
            String path, Map<String, String> fields, String name, String file, Charset letters) {
        String parts = fields.entrySet().stream()
                .map(field -> "--laurel\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                        + field.getValue() + "\r\n")
                .collect(Collectors.joining());
        String body = parts + "--laurel\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + file + "\r\n--laurel--\r\n";
        return send(request(path)
                .headers("Accept", "text/html", "Content-Type", "multipart/form-data; boundary=laurel")
                .POST(BodyPublishers.ofString(body, letters)));
    }

    /** Signs in as an administrator, by the token; requests from now on carry the session. */
    public Site signIn() {
        return carry(new Holder(Kind.TOKEN, MARK));
    }

    /** Signs in as the learner whose badges are this person's. */
    public Site signIn(PersonId learner) {
        return signIn(Account.made("Ada", null, Set.of(Role.LEARNER), learner));
    }

    /** Signs in as somebody with these roles, who earns no badges. */
    public Site signIn(Role... roles) {
        return signIn(Account.made("Grace", null, Set.of(roles), null));
    }

    /** Signs in to a new account. */
    public Site signIn(Account account) {
        accounts.add(account, new Login("test", "", account.id().toString()), NOW);
        return carry(new Holder(Kind.ACCOUNT, account.id()));
    }

    private Site carry(Holder holder) {
        cookie = "laurel=" + kept.begin(holder, NOW, NOW.plus(Duration.ofHours(12)));
        return this;
    }

    /** Fills in the form to sign in, as a browser that has the page. */
    public HttpResponse<String> signInBy(Map<String, String> fields) {
        String before = cookie;
        cookie = "";
        HttpResponse<String> page = get("/sign-in");
        String form = page.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        Matcher field = CSRF.matcher(page.body());
        if (!field.find()) {
            throw new AssertionError("no form to sign in");
        }
        Map<String, String> all = new HashMap<>(fields);
        all.put("csrf", field.group(1));
        cookie = before.isEmpty() ? form : before + "; " + form;
        HttpResponse<String> answer = post("/sign-in", all);
        cookie = before;
        return answer;
    }

    /** From now on requests carry the cookie of an answer. */
    public void take(HttpResponse<String> answer) {
        cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    /** From now on requests carry this cookie: "" for none. */
    public void carry(String other) {
        cookie = other;
    }

    public String carried() {
        return cookie;
    }

    public Accounts accounts() {
        return accounts;
    }

    /** Ends the token, as {@code laurel token revoke} does. */
    public void revoke() {
        isRevoked = true;
    }

    /** A page without what is another one each time. */
    public static String plain(HttpResponse<String> page) {
        return CSRF.matcher(page.body()).replaceAll("");
    }

    /** The hidden field of the forms on a page. */
    public String csrf(String path) {
        Matcher field = CSRF.matcher(get(path).body());
        if (!field.find()) {
            throw new AssertionError("no form on " + path);
        }
        return field.group(1);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }

    private final class OneToken implements Administrators {
        @Override
        public Optional<UUID> find(String token) {
            return isRevoked || !token.equals(TOKEN) ? Optional.empty() : Optional.of(MARK);
        }

        @Override
        public Optional<String> holder(UUID mark) {
            return isRevoked || !mark.equals(MARK) ? Optional.empty() : Optional.of("first");
        }
    }
}
