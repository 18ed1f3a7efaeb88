package org.laurelbridge.webapp.admin;

import org.jspecify.annotations.Nullable;

/**
 * The form for an administrator's token.
 *
 * @param to the page to go on to; null when none was asked for
 * @param trouble why the last try did not work; null at first
 */
public record SignInPage(@Nullable String to, @Nullable String trouble) {}
