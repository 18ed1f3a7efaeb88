package org.laurelbridge.webapp.session;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** Whether a page of ours sends a form, where no cookie can tell it: the browser says where it comes from. */
public final class SameOrigin {
    private SameOrigin() {}

    /**
     * Browsers say the first over https and to loopback, and the second always.
     *
     * @param ours any address of ours
     */
    public static boolean sent(HttpServletRequest request, URI ours) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null
                ? (ours.getScheme() + "://" + ours.getRawAuthority()).equals(request.getHeader("Origin"))
                : site.equals("same-origin");
    }
}
