package org.laurelbridge.webapp.admin;

import org.jspecify.annotations.Nullable;
import org.laurelbridge.webapp.words.Saying;

/**
 * Where somebody chooses a password.
 *
 * @param csrf the hidden field of the form
 * @param link that lets them; empty when it was used, or is over
 * @param name that they sign in with; empty when nobody has this link
 * @param trouble why the last one was not taken; null at first
 */
public record PasswordLinkPage(
        String csrf, String link, String name, @Nullable Saying trouble) {}
