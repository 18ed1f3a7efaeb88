package org.laurelbridge.webapp.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.laurelbridge.webapp.words.Language;

/**
 * Which language a browser's pages are in: the one that its reader chose, else the one of the platform that opened Laurel in it, else
 * the best of those that the browser asks for.
 */
public final class ReadersLanguage {
    private static final Duration YEAR = Duration.ofDays(365);

    private final OwnCookie chosen;
    private final OwnCookie told;

    ReadersLanguage(boolean isSecure) {
        this.chosen = new OwnCookie("laurel-language", isSecure, OwnCookie.Travels.WITH_LINKS);
        this.told = new OwnCookie("laurel-platform-language", isSecure, OwnCookie.Travels.WITH_LINKS);
    }

    public Language of(HttpServletRequest request) {
        return chosen(request)
                .or(() -> told.read(request).flatMap(Language::of))
                .orElseGet(() -> Language.best(request.getHeader("Accept-Language")));
    }

    private Optional<Language> chosen(HttpServletRequest request) {
        return chosen.read(request).flatMap(Language::of);
    }

    /** Keeps what the reader chose, for a year. */
    public void choose(HttpServletRequest request, HttpServletResponse response, Language language) {
        chosen.at(request).keep(response, language.tag(), YEAR);
    }

    /**
     * Keeps what a platform said of who comes from it, as long as the browser is open.
     *
     * @param locale as the platform writes it (LTI 1.3 §5.4.4, OIDC Core §5.1); one that is not ours changes nothing
     */
    public void tell(HttpServletRequest request, HttpServletResponse response, String locale) {
        Language.near(locale).ifPresent(language -> told.at(request).put(response, language.tag()));
    }
}
