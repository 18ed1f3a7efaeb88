package org.laurelbridge.webapp.site;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.webapp.server.Pages;

/**
 * Walks all pages that somebody can reach, reads them as a browser does, and keeps what of somebody else's became part of them: an
 * element, an attribute, an address, or a character that turns the text around it.
 */
public final class Crawl {
    /** What tries to become part of a page, wherever text may stand. */
    public static final String EVIL =
            "\"'`--></title></textarea></script></style><x-evil onclick=alert(1) style=x><img src=x onerror=alert(1)>";

    /** What turns the text around it, or steers a terminal. */
    public static final String TURNED = "\u202Egnp.exe \u2066\u0007\u001B[2J\u2028 ";

    static final String SCRIPT = "javascript:alert(1)//<x-evil>";
    private static final int MOST_PAGES = 600;
    private static final Set<String> ADDRESSES = Set.of("href", "src", "action", "formaction", "data", "xlink:href");
    private static final String TURNING = "[\\u202A-\\u202E\\u2066-\\u2069\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F\\x85]";
    private static final List<String> ASKED = List.of(
            "to",
            "q",
            "name",
            "status",
            "state",
            "error",
            "error_description",
            "iss",
            "target_link_uri",
            "login_hint",
            "lti_message_hint",
            "client_id",
            "openid_configuration",
            "invitation",
            "registration_token",
            "id_token",
            "lti_storage_target",
            "held",
            "url",
            "email",
            "redirect_uri",
            "scope",
            "response_type",
            "code_challenge",
            "code_challenge_method",
            "badge",
            "person",
            "course",
            "from",
            "before",
            "after",
            "page",
            "token",
            "kind",
            "source",
            "reason",
            "id",
            "version",
            "language",
            "code",
            "platform",
            "account");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> found = new TreeMap<>();
    private final URI address;
    private final List<String> starts;

    /** @param bridge whose pages stand at its public address */
    public Crawl(Bridge bridge) {
        this.address = bridge.config().publicUrl();
        this.starts = new Routes(bridge, Site.sessions(bridge), new Pages())
                .list().stream()
                        .filter(route -> route.methods().contains("GET"))
                        .flatMap(route -> route.paths().stream())
                        .map(path -> path.isEmpty() ? "/" : path.replace("*", ""))
                        .filter(path -> !path.startsWith("/health"))
                        // a stream without an end, and no page
                        .filter(path -> !path.equals("/my/events"))
                        .toList();
    }

    /**
     * Who asks.
     *
     * @param cookie of their session; empty for nobody
     */
    public record Visitor(String name, String cookie) {
        public static final Visitor NOBODY = new Visitor("NOBODY", "");

        @Override
        public String toString() {
            return name;
        }
    }

    /** What is not as it must be, by who came upon it where. */
    public Map<String, String> found() {
        return found;
    }

    /** Every page that is linked, from those that have an address of their own. */
    public Map<String, Document> pages(Visitor who) {
        Deque<String> next = new ArrayDeque<>(starts);
        Set<String> seen = new LinkedHashSet<>(next);
        Map<String, Document> pages = new LinkedHashMap<>();
        while (!next.isEmpty() && seen.size() < MOST_PAGES) {
            String path = next.poll();
            HttpResponse<String> answer = ask(who, path, Map.of());
            Document page = check(who + " " + path, answer);
            if (page != null && answer.statusCode() == 200) {
                pages.put(path, page);
                page.select("[href],[src]").forEach(element -> {
                    String link = element.hasAttr("href") ? element.absUrl("href") : element.absUrl("src");
                    if (link.startsWith(address + "/") && !link.contains("/sign-out")) {
                        String to = link.substring(address.toString().length()).replaceFirst("#.*", "");
                        if (seen.add(to)) {
                            next.add(to);
                        }
                    }
                });
            }
        }
        return pages;
    }

    /** The page again, with theirs in all that an address can ask for. */
    void reflect(Visitor who, String path) {
        String bare = path.replaceFirst("\\?.*", "");
        Map<String, String> form = ASKED.stream().collect(Collectors.toMap(name -> name, name -> EVIL));
        check(who + " " + bare + "?…", ask(who, bare + "?" + query(form), Map.of()));
        for (String value : List.of(SCRIPT, "https://evil.example/", "//evil.example/", "/\\evil.example/")) {
            ASKED.forEach(name -> form.put(name, value));
            check(who + " " + bare + "?" + value, ask(who, bare + "?" + query(form), Map.of()));
        }
    }

    /** Every form of a page, with theirs in all that can be typed. */
    void submit(Visitor who, String path, Document page) {
        for (Element form : page.select("form[method=post]")) {
            String action = form.attr("action").isEmpty() ? path : form.attr("action");
            if (action.contains("sign-out") || form.attr("enctype").startsWith("multipart")) {
                continue;
            }
            Map<String, String> fields = new LinkedHashMap<>();
            form.select("[name]")
                    .forEach(field -> fields.put(
                            field.attr("name"),
                            field.attr("type").matches("hidden|radio|checkbox")
                                            || field.tagName().equals("button")
                                    ? field.attr("value")
                                    : field.tagName().equals("select")
                                            ? field.select("option").attr("value")
                                            : EVIL));
            check(who + " posts " + action, ask(who, action, fields));
        }
    }

    /**
     * Looks at an answer.
     *
     * @return the page; null when it is none
     */
    public Document check(String where, HttpResponse<String> answer) {
        if (answer.statusCode() >= 500 && answer.statusCode() != 503) {
            found.put(where, "answered " + answer.statusCode());
        }
        String location = answer.headers().firstValue("Location").orElse("/");
        boolean isHere = location.startsWith("/") || location.startsWith("./") || location.startsWith(address + "/");
        if (!isHere || location.startsWith("//")) {
            found.put(where, "leads to " + location);
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (type.startsWith("image/svg")) {
            look(where, Jsoup.parse(answer.body(), "", Parser.xmlParser()));
            return null;
        }
        if (type.startsWith("text/csv")) {
            cells(where, answer.body());
        }
        if (!type.startsWith("text/html")) {
            return null;
        }
        Document page = Jsoup.parse(answer.body(), address + where.replaceFirst("^\\S+ (posts )?", ""));
        if (page.text().matches("(?s).*" + TURNING + ".*")) {
            found.put(where, "a character that turns or steers");
        }
        look(where, page);
        return page;
    }

    /** A spreadsheet runs what begins like a formula (OWASP, CSV injection). */
    private void cells(String where, String csv) {
        try (CSVParser rows = CSVParser.parse(csv, CSVFormat.RFC4180)) {
            rows.forEach(row -> row.forEach(cell -> {
                if (cell.matches("(?s)[=+@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20-].*")) {
                    found.put(where, "a formula " + cell);
                }
            }));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void look(String where, Document page) {
        for (Element element : page.getAllElements()) {
            boolean isOurScript =
                    element.attr("src").startsWith("/assets/") && element.data().isEmpty();
            if (element.tagName().equals("x-evil") || element.tagName().equals("script") && !isOurScript) {
                found.put(where, "an element " + element.tagName());
            }
            for (Attribute attribute : element.attributes()) {
                String value = attribute.getValue().strip().toLowerCase(Locale.ROOT);
                boolean leads = ADDRESSES.contains(attribute.getKey())
                        && (value.startsWith("javascript:") || value.startsWith("data:text") || value.startsWith("//"));
                if (attribute.getKey().startsWith("on") || attribute.getKey().contains("evil") || leads) {
                    found.put(where, "an attribute " + attribute);
                }
            }
        }
    }

    /** One answer; by POST when there is something to send. */
    public HttpResponse<String> ask(Visitor who, String path, Map<String, String> form) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html");
        if (!who.cookie().isEmpty()) {
            request.header("Cookie", who.cookie());
        }
        if (!form.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(query(form)));
        }
        return send(http, request);
    }

    static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String query(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
