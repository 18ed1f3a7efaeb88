package org.laurelbridge.webapp.admin;

import java.util.Map;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.lti.LtiPlatforms;

/**
 * Says what somebody signs in by.
 *
 * @param platforms the names of platforms, by their id as a login has it
 */
record SignsIn(Map<String, String> platforms) {

    static SignsIn at(LtiPlatforms platforms) {
        return new SignsIn(platforms.list().stream()
                .collect(Collectors.toMap(platform -> platform.id().toString(), LtiPlatform::name)));
    }

    /** As {@code password, as ada} or {@code platform campus}. */
    String by(Login login) {
        return switch (login.kind()) {
            case "password" -> "password, as " + login.subject();
            case "oidc" -> "provider " + login.issuer();
            case "lti" -> "platform " + platforms.getOrDefault(login.issuer(), "that was removed");
            default -> login.kind();
        };
    }
}
