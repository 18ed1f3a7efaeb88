package org.laurelbridge.webapp.server;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Renders page records with their templates, compiled with the program. Output is escaped by context. */
public final class Pages {
    static final String TYPE = "text/html;charset=utf-8";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    /** Writes a page; the status stays as it was set. */
    public void show(HttpServletResponse response, String template, Object page) throws IOException {
        String html = render(template, page);
        response.setContentType(TYPE);
        response.getWriter().write(html);
    }

    /** A page as text. */
    public String render(String template, Object page) {
        StringOutput html = new StringOutput(8_192);
        templates.render(template, page, new PlainOutput(html));
        return html.toString();
    }
}
