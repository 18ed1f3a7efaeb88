package org.laurelbridge.webapp.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrangersPathsTest {
    private static final class Anything extends HttpServlet {}

    private static final HttpServlet ANYTHING = new Anything();
    private static final StrangersPaths PATHS = StrangersPaths.ofStrangers(List.of(
            Route.of(Access.PUBLIC, ANYTHING, "/sign-in", "/sign-in/oidc/*", ""),
            Route.of(Access.OWN_CREDENTIALS, ANYTHING, "/oauth/token", "/ims/*"),
            Route.of(Access.OWN_CREDENTIALS, ANYTHING, "/xapi/statements"),
            Route.of(Access.LEARNER, ANYTHING, "/my/*", "/ims/mine"),
            Route.of(Access.BEARER, ANYTHING, "/api")));

    @ParameterizedTest
    @CsvSource({
        "/sign-in, PT1M",
        "/sign-in/oidc/campus/back, PT1M",
        "/, PT1M",
        "/oauth/token, PT1M",
        "/ims/ob/v3p0/credentials, PT1M",
        "/xapi/statements, PT5M",
        "/my/apps,",
        "/ims/mine,",
        "/api,",
        "/nothing/here,"
    })
    void longest_isBoundedWhereverStrangersSend(String path, Duration time) {
        assertThat(PATHS.longest(path, Duration.ofMinutes(1))).isEqualTo(Optional.ofNullable(time));
    }
}
