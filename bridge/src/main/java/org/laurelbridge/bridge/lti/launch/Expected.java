package org.laurelbridge.bridge.lti.launch;

import java.net.URI;
import org.laurelbridge.bridge.lti.LtiPlatform;

/**
 * What a login led this browser to expect of the token that comes back.
 *
 * @param nonce that the login sent along
 * @param target link that the platform announced at the login
 */
public record Expected(LtiPlatform platform, String nonce, URI target) {}
