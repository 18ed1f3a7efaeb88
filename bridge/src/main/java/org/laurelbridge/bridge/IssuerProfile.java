package org.laurelbridge.bridge;

import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.issue.IssuerIdentity.Profile;

/** The issuer's profile, as it is configured. */
final class IssuerProfile {
    private IssuerProfile() {}

    static Profile of(LaurelConfig.Issuer issuer) {
        return new Profile(
                issuer.name(),
                issuer.url(),
                issuer.email(),
                issuer.description(),
                issuer.phone(),
                issuer.image(),
                address(issuer.address()),
                identifier(issuer.identifier()));
    }

    private static Profile.@Nullable Address address(LaurelConfig.@Nullable Address address) {
        return address == null
                ? null
                : new Profile.Address(
                        address.country(),
                        address.countryCode(),
                        address.region(),
                        address.locality(),
                        address.street(),
                        address.postalCode());
    }

    private static Profile.@Nullable Identifier identifier(LaurelConfig.@Nullable Identifier identifier) {
        return identifier == null ? null : new Profile.Identifier(identifier.type(), identifier.value());
    }
}
