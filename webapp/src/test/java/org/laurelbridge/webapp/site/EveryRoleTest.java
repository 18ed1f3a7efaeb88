package org.laurelbridge.webapp.site;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.config.ConfigReader;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.session.Sessions;

/** Every route of an installation, asked by everybody and by nobody: its guard lets in whom it declares, and nobody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryRoleTest {
    /** What a guard that lets somebody in has behind it here. */
    private static final int IN = 299;

    private static final int TO_SIGN_IN = 302;

    private List<Route> routes = List.of();
    private org.laurelbridge.webapp.@Nullable Site site;

    /** Who asks. */
    enum Who {
        NOBODY(site -> site.carry("")),
        LEARNER(site -> site.signIn(new PersonId(UUID.randomUUID()))),
        INSTRUCTOR(site -> site.signIn(Role.INSTRUCTOR)),
        VIEWER(site -> site.signIn(Role.VIEWER)),
        ADMINISTRATOR(site -> site.signIn(Role.ADMINISTRATOR)),
        TOKEN(site -> site.signIn());

        private final Consumer<org.laurelbridge.webapp.Site> signIn;

        Who(Consumer<org.laurelbridge.webapp.Site> signIn) {
            this.signIn = signIn;
        }

        boolean isAdministrator() {
            return this == ADMINISTRATOR || this == TOKEN;
        }
    }

    @BeforeAll
    void open(@TempDir Path folder) {
        Map<String, String> environment = Map.of("LAUREL_DATA", folder.toString(), "LAUREL_HTTP_PORT", "0");
        Bridge bridge = Bridge.open(
                Objects.requireNonNull(ConfigReader.read(null, environment).config()), InstantSource.system());
        try (bridge) {
            routes = new Routes(bridge, Site.sessions(bridge), new Pages()).list();
        }
        site = new org.laurelbridge.webapp.Site(this::emptied);
    }

    /** The same guards, with nothing behind them that could have an opinion of its own. */
    private List<Route> emptied(Sessions sessions, Pages pages) {
        return routes.stream()
                .map(route -> new Route(new In(), route.access(), List.of("GET", "POST"), route.paths(), 0, false))
                .toList();
    }

    private static final class In extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(IN);
        }
    }

    @AfterAll
    void close() {
        site().close();
    }

    private org.laurelbridge.webapp.Site site() {
        return Objects.requireNonNull(site);
    }

    @ParameterizedTest
    @EnumSource(Who.class)
    void everyRoute_letsInWhomItDeclares(Who who) {
        assertThat(routes).hasSizeGreaterThan(40);
        for (Route route : routes) {
            for (String pattern : route.paths()) {
                String path = pattern.isEmpty() ? "/" : pattern.replace("*", "x");
                who.signIn.accept(site());
                assertThat(site().get(path).statusCode())
                        .as(who + " reads " + pattern)
                        .isEqualTo(reads(who, route.access()));
                assertThat(site().post(path, Map.of()).statusCode())
                        .as(who + " changes " + pattern + " by a form of another site")
                        .isEqualTo(changes(who, route.access()));
            }
        }
    }

    private static int reads(Who who, Access access) {
        if (access == Access.PUBLIC || access == Access.OWN_CREDENTIALS) {
            return IN;
        }
        if (access == Access.BEARER) {
            return 401;
        }
        if (who == Who.NOBODY) {
            return TO_SIGN_IN;
        }
        return switch (access) {
            case LEARNER -> who == Who.LEARNER ? IN : 404;
            case INSTRUCTOR -> who == Who.INSTRUCTOR ? IN : 404;
            case VIEWER -> who == Who.VIEWER || who.isAdministrator() ? IN : 403;
            case ADMINISTRATOR -> who.isAdministrator() ? IN : 403;
            default -> IN;
        };
    }

    private static int changes(Who who, Access access) {
        int read = reads(who, access);
        if (read == TO_SIGN_IN) {
            return 401;
        }
        boolean isGuarded = access != Access.PUBLIC && access != Access.OWN_CREDENTIALS;
        return read == IN && isGuarded ? 403 : read;
    }
}
