package org.laurelbridge.bridge.account.oidc;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.account.Role;

/**
 * Who somebody is, as a provider says.
 *
 * @param subject the same for the same person for ever, at this issuer
 * @param email null unless the provider says that it verified it
 * @param name null when none is told
 * @param roles of those that the provider tells about, whether they have it
 */
public record Identity(
        String issuer,
        String subject,
        @Nullable String email,
        @Nullable String name,
        Map<Role, Boolean> roles) {
    public Identity {
        roles = Map.copyOf(roles);
    }
}
