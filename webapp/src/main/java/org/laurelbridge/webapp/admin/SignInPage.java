package org.laurelbridge.webapp.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.webapp.words.Saying;

/**
 * The form of who signs in: a name with its password, or an administrator's token.
 *
 * @param csrf its hidden field
 * @param to the page to go on to; null when none was asked for
 * @param name that was typed; empty at first
 * @param trouble why the last try did not work; null at first
 * @param isByToken the last try was by a token
 * @param providers where else somebody may sign in
 */
public record SignInPage(
        String csrf,
        @Nullable String to,
        String name,
        @Nullable Saying trouble,
        boolean isByToken,
        List<Provider> providers) {

    /** A provider that vouches for people. */
    public record Provider(String name, String path) {}
}
