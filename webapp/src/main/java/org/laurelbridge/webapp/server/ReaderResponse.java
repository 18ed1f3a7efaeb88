package org.laurelbridge.webapp.server;

import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Optional;
import java.util.function.Supplier;
import org.laurelbridge.webapp.session.Bar;
import org.laurelbridge.webapp.words.Language;
import org.laurelbridge.webapp.words.Words;

/** An answer that knows who reads it: what its page says, in the reader's language. */
final class ReaderResponse extends HttpServletResponseWrapper {
    private final Words words;
    private Supplier<Optional<Bar>> bar = Optional::empty;

    ReaderResponse(HttpServletResponse response, Words words) {
        super(response);
        this.words = words;
    }

    /** Keeps how it is found out who is signed in: pages that do not ask cost nothing. */
    static void signedIn(ServletResponse response, Supplier<Optional<Bar>> bar) {
        find(response).ifPresent(reader -> reader.bar = bar);
    }

    /** The bar of who reads an answer; empty when nobody is signed in. */
    static Optional<Bar> bar(ServletResponse response) {
        return find(response).flatMap(reader -> reader.bar.get());
    }

    private static Optional<ReaderResponse> find(ServletResponse response) {
        if (response instanceof ReaderResponse reader) {
            return Optional.of(reader);
        }
        return response instanceof ServletResponseWrapper wrapper ? find(wrapper.getResponse()) : Optional.empty();
    }

    /** The words for who reads an answer; English where nobody looked who that is. */
    static Words words(ServletResponse response) {
        return find(response).map(ReaderResponse::said).orElseGet(() -> Words.of(Language.ENGLISH));
    }

    private Words said() {
        // what was refused is not asked again by a link, in whichever language
        return getStatus() >= HttpServletResponse.SC_BAD_REQUEST ? words.withoutQuery() : words;
    }
}
