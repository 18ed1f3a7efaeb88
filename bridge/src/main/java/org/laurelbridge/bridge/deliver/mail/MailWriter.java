package org.laurelbridge.bridge.deliver.mail;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.deliver.mail.MailBook.Reader;

/** Writes a letter: as plain text, and as HTML that says the same. A function of its arguments. */
final class MailWriter {
    private static final String STYLE = """
            :root{color-scheme:light dark}\
            body{margin:0;padding:24px;background:#fff;color:#1d2430;font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}\
            main{max-width:34em;margin:0 auto}h1{font-size:20px;line-height:1.3}\
            a.go{display:inline-block;padding:10px 18px;border-radius:6px;background:#1f6b43;color:#fff;text-decoration:none}\
            footer{margin-top:32px;padding-top:12px;border-top:1px solid #d4d9e0;font-size:13px;color:#545d6b}\
            footer a{color:inherit}\
            @media (prefers-color-scheme:dark){body{background:#14181f;color:#e6e9ee}a.go{background:#7fd0a3;color:#0d1117}\
            footer{border-color:#343c48;color:#a4adba}}""";

    private MailWriter() {}

    /**
     * What a letter is about.
     *
     * @param badge its title, in the reader's language
     * @param learner whose badge it is, in letters to others
     * @param day when it ends; null for never
     * @param page where one goes on
     * @param issuer who gives the badge
     */
    record About(String badge, String learner, @Nullable String day, URI page, String issuer) {}

    static Mail write(String id, Letter letter, MailWords words, Reader reader, About about, URI off) {
        Object[] parameters = {about.badge(), about.learner(), Objects.requireNonNullElse(about.day(), "")};
        String subject = words.say(letter.key() + ".subject", parameters);
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(reader.name() == null ? words.say("hello") : words.say("helloTo", reader.name()));
        paragraphs.add(words.say(letter.key() + ".body", parameters));
        if (letter == Letter.ISSUED && about.day() != null) {
            paragraphs.add(words.say("issued.until", parameters));
        }
        String go = words.say(letter.key() + ".go");
        String why = words.say(letter.isForLearner() ? "why.learner" : "why.decider", about.issuer());
        String stop = words.say("stop", words.say("kind." + letter.kind().word()));
        return new Mail(
                id,
                reader.name(),
                reader.address(),
                subject,
                text(paragraphs, go + ": " + about.page(), why, stop + ": " + off),
                html(
                        words,
                        subject,
                        paragraphs,
                        link(about.page(), go, " class=\"go\""),
                        escaped(why) + " " + link(off, stop, "")),
                off);
    }

    private static String text(List<String> paragraphs, String go, String why, String stop) {
        return String.join("\r\n\r\n", paragraphs) + "\r\n\r\n" + go + "\r\n\r\n-- \r\n" + why + "\r\n" + stop + "\r\n";
    }

    private static String html(MailWords words, String subject, List<String> paragraphs, String go, String footer) {
        StringBuilder html = new StringBuilder("<!doctype html>\r\n<html lang=\"")
                .append(words.language().toLanguageTag())
                .append("\">\r\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\r\n<title>")
                .append(escaped(subject))
                .append("</title>\r\n<style>")
                .append(STYLE)
                .append("</style></head>\r\n<body><main>\r\n<h1>")
                .append(escaped(subject))
                .append("</h1>\r\n");
        paragraphs.forEach(
                paragraph -> html.append("<p>").append(escaped(paragraph)).append("</p>\r\n"));
        return html.append("<p>")
                .append(go)
                .append("</p>\r\n<footer><p>")
                .append(footer)
                .append("</p></footer>\r\n</main></body></html>\r\n")
                .toString();
    }

    private static String link(URI address, String label, String attributes) {
        return "<a" + attributes + " href=\"" + escaped(address.toString()) + "\">" + escaped(label) + "</a>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
