package org.laurelbridge.webapp.verify;

import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.IssuerIdentity;

/** Who issues, as people read it. */
public record IssuerPage(String name, String url, @Nullable String email, String did, String key, boolean isTrial) {

    static IssuerPage of(IssuerIdentity issuer) {
        IssuerIdentity.Profile profile = issuer.profile();
        return new IssuerPage(
                profile.name(),
                profile.url().toString(),
                profile.email(),
                issuer.did(),
                issuer.keys().ed25519().id(),
                issuer.isTrial());
    }
}
