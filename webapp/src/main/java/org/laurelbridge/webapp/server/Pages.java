package org.laurelbridge.webapp.server;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.webapp.session.Bar;
import org.laurelbridge.webapp.words.Language;
import org.laurelbridge.webapp.words.Words;

/** Renders page records with their templates, compiled with the program, in the words of their reader. Output is escaped by context. */
public final class Pages {
    static final String TYPE = "text/html;charset=utf-8";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    /** Writes a page; the status stays as it was set. */
    public void show(HttpServletResponse response, String template, Object page) throws IOException {
        Words words = words(response);
        Bar bar = ReaderResponse.bar(response).orElse(null);
        String html = render(template, page, words, bar);
        if (bar != null) {
            // with a form of theirs on it
            response.setHeader("Cache-Control", "no-store");
        }
        response.setContentType(TYPE);
        response.setHeader("Content-Language", words.tag());
        response.addHeader("Vary", "Accept-Language, Cookie");
        response.getWriter().write(html);
    }

    /** The words for who reads an answer. */
    public Words words(HttpServletResponse response) {
        return ReaderResponse.words(response);
    }

    /** A page as text, in English. */
    public String render(String template, Object page) {
        return render(template, page, Words.of(Language.ENGLISH));
    }

    /** A page as text. */
    public String render(String template, Object page, Words words) {
        return render(template, page, words, null);
    }

    /** A page as text, with the bar of who is signed in where it has room for one; null for nobody. */
    String render(String template, Object page, Words words, @Nullable Bar bar) {
        StringOutput html = new StringOutput(8_192);
        Map<String, Object> parameters = new HashMap<>(Map.of("page", page, "words", words));
        if (bar != null) {
            parameters.put("bar", bar);
        }
        templates.render(template, parameters, new PlainOutput(html));
        return html.toString();
    }
}
