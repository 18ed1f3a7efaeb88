package org.laurelbridge.bridge.lti.launch;

import java.util.Optional;

/**
 * A platform announces that somebody comes (SEC §5.1.1.1, LTI 1.3 §4.1). Nothing of it is signed: it is a wish, and no more.
 *
 * @param issuer {@code iss}
 * @param target {@code target_link_uri}
 * @param loginHint goes back as it came
 * @param messageHint {@code lti_message_hint}, goes back as it came
 */
public record LoginRequest(
        String issuer, String target, String loginHint, Optional<String> messageHint, Optional<String> clientId) {}
