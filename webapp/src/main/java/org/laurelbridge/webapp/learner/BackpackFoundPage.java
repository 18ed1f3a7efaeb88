package org.laurelbridge.webapp.learner;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A host that was found: the learner goes there by a link, since a form may lead nowhere else.
 *
 * @param version of Open Badges that it takes
 * @param there the host that asks for her yes
 * @param go where she says it
 */
public record BackpackFoundPage(
        MyFrame frame,
        String name,
        String version,
        String there,
        @Nullable URI terms,
        @Nullable URI privacy,
        URI go) {}
