package org.laurelbridge.webapp.admin;

import java.util.Map;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.lti.LtiPlatforms;
import org.laurelbridge.webapp.words.Saying;

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
    Saying by(Login login) {
        return switch (login.kind()) {
            case "password" -> Saying.of("admin.by.password", login.subject());
            case "oidc" -> Saying.of("admin.by.provider", login.issuer());
            case "lti" ->
                platforms.containsKey(login.issuer())
                        ? Saying.of("admin.by.platform", platforms.get(login.issuer()))
                        : Saying.of("admin.by.removed");
            default -> Saying.of("admin.by.other", login.kind());
        };
    }
}
