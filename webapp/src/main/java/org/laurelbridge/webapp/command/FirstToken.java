package org.laurelbridge.webapp.command;

import java.util.Optional;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.secret.AccessTokens;

/** The administrator's token that the first start makes. */
final class FirstToken {
    static final String ADMINISTRATOR = "administrator";

    private FirstToken() {}

    /** The token, when there was none yet. */
    static Optional<String> make(Bridge bridge) {
        AccessTokens tokens = bridge.stores().tokens();
        return tokens.isEmpty()
                ? Optional.of(
                        tokens.make("first start", ADMINISTRATOR, bridge.clock().instant()))
                : Optional.empty();
    }
}
