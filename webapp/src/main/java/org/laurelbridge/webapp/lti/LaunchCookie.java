package org.laurelbridge.webapp.lti;

import java.util.Optional;
import org.laurelbridge.webapp.session.OwnCookie;

/** What a browser keeps of a login until it comes back, one cookie for each, so that several may be under way. It opens nothing by itself. */
final class LaunchCookie {
    private static final int MARK = 12;

    private LaunchCookie() {}

    /**
     * What is kept.
     *
     * @param browser what the login gave it
     * @param waiting the page in a frame that waits for what comes of it; empty for none
     */
    record Kept(String browser, Optional<String> waiting) {
        static Kept read(String value) {
            String[] parts = value.split("\\.", 2);
            return new Kept(parts[0], parts.length == 2 ? Optional.of(parts[1]) : Optional.empty());
        }

        String written() {
            return browser + waiting.map(page -> "." + page).orElse("");
        }
    }

    /** It must come with the form that the platform's page posts. */
    static OwnCookie of(String state, boolean isSecure) {
        String mark = state.replaceAll("[^A-Za-z0-9_-]", "");
        return new OwnCookie(
                "laurel-launch-" + mark.substring(0, Math.min(MARK, mark.length())),
                isSecure,
                OwnCookie.Travels.ANYWHERE);
    }
}
