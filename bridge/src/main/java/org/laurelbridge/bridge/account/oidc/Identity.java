package org.laurelbridge.bridge.account.oidc;

import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, as a provider says.
 *
 * @param subject the same for the same person for ever, at this issuer
 * @param email null unless the provider says that it verified it
 * @param name null when none is told
 */
public record Identity(
        String issuer,
        String subject,
        @Nullable String email,
        @Nullable String name) {}
