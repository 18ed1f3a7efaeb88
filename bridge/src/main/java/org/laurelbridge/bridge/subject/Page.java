package org.laurelbridge.bridge.subject;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.mapping.Identifier;

/** The page of an export, for people: without script, and without anything from the network. */
final class Page {
    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem;color:#1f2328;background:#fff}
            table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #d0d7de}
            td:last-child{text-align:right}.wall{display:flex;flex-wrap:wrap;gap:1.5rem;padding:0;list-style:none}
            .wall li{width:10rem}.wall img{width:8rem;height:8rem}a{color:#0550ae}
            @media(prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}a{color:#79c0ff}th,td{border-color:#30363d}}
            """;

    private final Subject subject;
    private final Instant made;
    private final StringBuilder badges = new StringBuilder();

    Page(Subject subject, Instant made) {
        this.subject = subject;
        this.made = made;
    }

    /** @param picture its file; empty when there is none */
    void badge(Award award, String title, String picture) {
        badges.append("<li>");
        if (!picture.isEmpty()) {
            badges.append("<img src=\"").append(escaped(picture)).append("\" alt=\"\">");
        }
        badges.append("<p><strong>")
                .append(escaped(title))
                .append("</strong><br>")
                .append(escaped(award.status().word()))
                .append(", earned ")
                .append(day(award.earnedAt()))
                .append("</p></li>\n");
    }

    String html(List<Archive.Part> parts) {
        String name = subject.names().isEmpty()
                ? "somebody without a name"
                : subject.names().get(0);
        StringBuilder html = new StringBuilder();
        html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append(
                        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>What is kept of ")
                .append(escaped(name))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>What is kept of ")
                .append(escaped(name))
                .append("</h1>\n<p>Everything that Laurel kept on ")
                .append(day(made))
                .append(
                        " (UTC). What lets somebody in, as passwords and tokens, is left out.</p>\n<h2>Known by</h2>\n<ul>\n");
        for (Identifier one : subject.identifiers()) {
            html.append("<li>")
                    .append(escaped(
                            one.kind() + (one.scope().isEmpty() ? "" : " at " + one.scope()) + ": " + one.value()))
                    .append("</li>\n");
        }
        html.append("</ul>\n<h2>Badges</h2>\n");
        html.append(badges.isEmpty() ? "<p>None.</p>\n" : "<ul class=\"wall\">\n" + badges + "</ul>\n");
        html.append(
                "<h2>Lists</h2>\n<table>\n<thead><tr><th scope=\"col\">What</th><th scope=\"col\">Entries</th></tr></thead>\n<tbody>\n");
        for (Archive.Part part : parts) {
            html.append("<tr><td><a href=\"")
                    .append(escaped(part.file()))
                    .append("\">")
                    .append(escaped(part.title()))
                    .append("</a></td><td>")
                    .append(part.rows())
                    .append("</td></tr>\n");
        }
        return html.append("</tbody>\n</table>\n</body>\n</html>\n").toString();
    }

    private static String day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
