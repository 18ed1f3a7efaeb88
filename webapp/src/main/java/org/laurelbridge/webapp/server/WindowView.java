package org.laurelbridge.webapp.server;

import jakarta.servlet.http.HttpServletResponse;

/**
 * Inside another site's page: why one goes on elsewhere, and what opens it.
 *
 * @param path to open, with its query
 * @param ticket takes the session along; empty for nobody
 */
public record WindowView(String path, Why why, String ticket) {

    /** Why it does not stand here. */
    public enum Why {
        /** It is none of the pages that may. */
        OWN_PAGE,
        /** Whoever asks is not signed in, or not any more. */
        SIGNED_OUT,
        /** The browser keeps nothing of ours here, no session either. */
        NO_COOKIES
    }

    /** Its form says where it comes from. */
    public static void mayBeSent(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "same-origin");
    }

    public boolean isSignedOut() {
        return why == Why.SIGNED_OUT;
    }

    public boolean keepsNothing() {
        return why == Why.NO_COOKIES;
    }
}
