package org.laurelbridge.webapp.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.laurelbridge.webapp.session.ReadersLanguage;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.words.Language;
import org.laurelbridge.webapp.words.Words;

/**
 * Finds which language the reader's pages are in. A link with {@code lang=de} in its query keeps that choice in a cookie and leads to
 * the same page without it. It needs no form: whoever makes somebody else's browser follow such a link changes words and nothing more.
 */
final class LanguageFilter extends HttpFilter {
    private static final String CHOICE = "lang=";

    private final transient ReadersLanguage languages;

    LanguageFilter(Sessions sessions) {
        this.languages = sessions.languages();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Language> choice = choice(request);
        if (choice.isPresent()) {
            languages.choose(request, response, choice.get());
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", here(request));
            return;
        }
        Words words = Words.of(languages.of(request), request.getHeader("Accept-Language"), rest(request));
        chain.doFilter(request, new ReaderResponse(response, words));
    }

    private static Optional<Language> choice(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        String query = request.getQueryString();
        if (query == null || !request.getMethod().equals("GET") || accept == null || !accept.contains("text/html")) {
            return Optional.empty();
        }
        return Arrays.stream(query.split("&"))
                .filter(part -> part.startsWith(CHOICE))
                .flatMap(part -> Language.of(part.substring(CHOICE.length())).stream())
                .filter(Language.OFFERED::contains)
                .findFirst();
    }

    /** The query without a choice. */
    private static String rest(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(part -> !part.startsWith(CHOICE))
                        .collect(Collectors.joining("&"));
    }

    /** The same page, relative to itself: however its path is written, it is no address of another site. */
    private static String here(HttpServletRequest request) {
        String path = request.getRequestURI();
        String rest = rest(request);
        return "./" + path.substring(path.lastIndexOf('/') + 1) + (rest.isEmpty() ? "" : "?" + rest);
    }
}
