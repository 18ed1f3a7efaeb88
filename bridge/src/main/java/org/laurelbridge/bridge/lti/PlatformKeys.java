package org.laurelbridge.bridge.lti;

import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/** The public keys of platforms. May ask the platform; blocks then, within bounds. */
public interface PlatformKeys {

    /** The RSA key with this id; empty when the platform lists none such, or did not answer. */
    Optional<RSAPublicKey> find(LtiPlatform platform, String keyId);
}
