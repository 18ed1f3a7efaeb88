package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServletRequest;
import org.laurelbridge.bridge.award.Award;

/** Who chooses what others see of awards: which awards they may touch, and what their pages have around them. */
public interface Sharer {

    /** Where these pages are: {@code /admin/awards/}. */
    String path();

    /** Whether the award is theirs to decide about. */
    boolean mayTouch(HttpServletRequest request, Award award);

    /** The template of the choices, or of the question before the hosted form is opened. */
    String template(boolean isHosted);

    /** The page in its frame. */
    Object framed(HttpServletRequest request, SharingPage page);
}
