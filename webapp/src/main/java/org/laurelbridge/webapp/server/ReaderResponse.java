package org.laurelbridge.webapp.server;

import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.laurelbridge.webapp.words.Language;
import org.laurelbridge.webapp.words.Words;

/** An answer that knows who reads it: what its page says, in the reader's language. */
final class ReaderResponse extends HttpServletResponseWrapper {
    private final Words words;

    ReaderResponse(HttpServletResponse response, Words words) {
        super(response);
        this.words = words;
    }

    /** The words for who reads an answer; English where nobody looked who that is. */
    static Words words(ServletResponse response) {
        if (response instanceof ReaderResponse reader) {
            // what was refused is not asked again by a link, in whichever language
            boolean isRefused = reader.getStatus() >= HttpServletResponse.SC_BAD_REQUEST;
            return isRefused ? reader.words.withoutQuery() : reader.words;
        }
        return response instanceof ServletResponseWrapper wrapper
                ? words(wrapper.getResponse())
                : Words.of(Language.ENGLISH);
    }
}
