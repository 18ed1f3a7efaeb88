package org.laurelbridge.webapp.admin;

import org.jspecify.annotations.Nullable;

/**
 * The form for an administrator's token.
 *
 * @param trouble why the last try did not work; null at first
 */
public record SignInPage(@Nullable String trouble) {}
