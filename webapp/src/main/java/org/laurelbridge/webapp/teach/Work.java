package org.laurelbridge.webapp.teach;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where somebody's work can be opened: in the course's own LMS alone, since anybody may send a statement about any address. */
final class Work {
    private Work() {}

    /**
     * An address of the LMS that a browser may open; null for any other.
     *
     * @param system root of the LMS, without a slash at its end
     * @param activity as its statement names it
     */
    static @Nullable String in(String system, String activity) {
        try {
            URI root = URI.create(system.replaceFirst("#.*$", ""));
            URI work = URI.create(activity);
            boolean isThere = ("https".equals(work.getScheme()) || "http".equals(work.getScheme()))
                    && work.getScheme().equals(root.getScheme())
                    && work.getRawAuthority() != null
                    && work.getRawAuthority().equals(root.getRawAuthority())
                    && work.normalize()
                            .getRawPath()
                            .startsWith(root.getRawPath().replaceFirst("/+$", "") + "/");
            return isThere ? activity : null;
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }
}
