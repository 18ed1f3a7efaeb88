package org.laurelbridge.bridge.subject;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.words.Catalog;

/** The page of an export, for people: without script, and without anything from the network. */
final class Page {
    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem;color:#1f2328;background:#fff}
            table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #d0d7de}
            td:last-child{text-align:right}.wall{display:flex;flex-wrap:wrap;gap:1.5rem;padding:0;list-style:none}
            .wall li{width:10rem}.wall img{width:8rem;height:8rem}a{color:#0550ae}
            @media(prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}a{color:#79c0ff}th,td{border-color:#30363d}}
            """;

    static final String WORDS = "org.laurelbridge.bridge.subject.kept";

    private final Subject subject;
    private final Instant made;
    private final Catalog words;
    private final StringBuilder badges = new StringBuilder();

    Page(Subject subject, Instant made, Catalog words) {
        this.subject = subject;
        this.made = made;
        this.words = words;
    }

    /** @param picture its file; empty when there is none */
    void badge(Award award, String title, String picture) {
        badges.append("<li>");
        if (!picture.isEmpty()) {
            badges.append("<img src=\"").append(escaped(picture)).append("\" alt=\"\">");
        }
        String status = words.say("status." + award.status().word());
        badges.append("<p><strong>")
                .append(escaped(title))
                .append("</strong><br>")
                .append(said("page.badge", status, day(award.earnedAt())))
                .append("</p></li>\n");
    }

    String html(List<Archive.Part> parts) {
        String name = subject.names().isEmpty()
                ? words.say("page.nobody")
                : subject.names().get(0);
        String title = said("page.title", name);
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <h1>%s</h1>
                <p>%s</p>
                <h2>%s</h2>
                <ul>
                %s</ul>
                <h2>%s</h2>
                %s<h2>%s</h2>
                <table>
                <thead><tr><th scope="col">%s</th><th scope="col">%s</th></tr></thead>
                <tbody>
                %s</tbody>
                </table>
                <p>%s</p>
                </body>
                </html>
                """.formatted(
                        words.locale().getLanguage(),
                        title,
                        STYLE,
                        title,
                        said("page.lead", day(made)),
                        said("page.known"),
                        identifiers(),
                        said("page.badges"),
                        badges.isEmpty()
                                ? "<p>" + said("page.badges.none") + "</p>\n"
                                : "<ul class=\"wall\">\n" + badges + "</ul>\n",
                        said("page.lists"),
                        said("page.what"),
                        said("page.entries"),
                        lists(parts),
                        said("page.counted"));
    }

    private String identifiers() {
        return subject.identifiers().stream()
                .map(one -> "<li>"
                        + (one.scope().isEmpty()
                                ? said("page.identifier", one.kind(), one.value())
                                : said("page.identifier.at", one.kind(), one.scope(), one.value()))
                        + "</li>\n")
                .collect(Collectors.joining());
    }

    private static String lists(List<Archive.Part> parts) {
        return parts.stream()
                .map(part -> "<tr><td><a href=\"" + escaped(part.file()) + "\">" + escaped(part.title())
                        + "</a></td><td>" + part.rows() + "</td></tr>\n")
                .collect(Collectors.joining());
    }

    private String said(String key, Object... arguments) {
        return escaped(words.say(key, arguments));
    }

    private String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(words.locale())
                .format(at.atOffset(ZoneOffset.UTC));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
