package org.laurelbridge.webapp.lti;

import org.laurelbridge.webapp.session.OwnCookie;

/** What a browser keeps of a login until it comes back, one cookie for each, so that several may be under way. It opens nothing by itself. */
final class LaunchCookie {
    private static final int MARK = 12;

    private LaunchCookie() {}

    /** It must come with the form that the platform's page posts. */
    static OwnCookie of(String state, boolean isSecure) {
        String mark = state.replaceAll("[^A-Za-z0-9_-]", "");
        return new OwnCookie(
                "laurel-launch-" + mark.substring(0, Math.min(MARK, mark.length())),
                isSecure,
                OwnCookie.Travels.ANYWHERE);
    }
}
