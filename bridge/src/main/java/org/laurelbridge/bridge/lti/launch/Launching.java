package org.laurelbridge.bridge.lti.launch;

import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCScopeValue;
import com.nimbusds.openid.connect.sdk.Prompt;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.lti.LtiPlatforms;
import org.laurelbridge.bridge.lti.launch.Logins.Login;

/** Both halves of a launch: the login that leads a browser to its platform, and the token that it comes back with (SEC §5.1.1). */
public final class Launching {
    private final LtiPlatforms platforms;
    private final Logins logins;
    private final IdTokenCheck check;
    private final URI publicUrl;
    private final Supplier<String> random;
    private final InstantSource clock;

    /**
     * @param publicUrl under which all targets lie
     * @param random makes unguessable texts
     */
    public Launching(
            LtiPlatforms platforms,
            Logins logins,
            IdTokenCheck check,
            URI publicUrl,
            Supplier<String> random,
            InstantSource clock) {
        this.platforms = platforms;
        this.logins = logins;
        this.check = check;
        this.publicUrl = publicUrl;
        this.random = random;
        this.clock = clock;
    }

    /** What came of a login. */
    public sealed interface Begun {
        /**
         * The browser goes on to its platform.
         *
         * @param browser what it must keep, and bring back with the state
         */
        record Onward(URI address, String state, String browser) implements Begun {}

        /**
         * It goes nowhere.
         *
         * @param why in words for whoever set the tool up
         */
        record Refused(String why) implements Begun {}
    }

    /** What came of a launch. */
    public sealed interface Ended {
        /** Somebody whom a platform names. */
        record Welcome(LtiPlatform platform, Launch launch) implements Ended {}

        /**
         * Nobody is let in.
         *
         * @param platform whose login it ended; empty when there is no such login
         */
        record Refused(Optional<LtiPlatform> platform, List<Fault> faults) implements Ended {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    /**
     * A login under way.
     *
     * @param login as the platform announced it
     * @param authorization where the platform signs people in
     * @param onward where the browser goes on to its platform, which may take it once only
     */
    public record Paused(LoginRequest login, URI authorization, URI onward) {}

    /** Where the token is posted to. */
    public URI launchAddress() {
        return URI.create(base() + "/lti/launch");
    }

    /** Leads to the platform that is registered under the issuer and client id, and nowhere else. */
    public Begun begin(LoginRequest request) {
        List<LtiPlatform> known = platforms.list(request.issuer()).stream()
                .filter(platform ->
                        request.clientId().map(platform.clientId()::equals).orElse(true))
                .toList();
        if (known.size() != 1) {
            return new Begun.Refused(
                    known.isEmpty()
                            ? "Laurel is not registered at this platform under this client id (iss, client_id)."
                            : "Several platforms have this issuer: the login must name its client_id.");
        }
        Optional<URI> target = ours(request.target());
        if (target.isEmpty()) {
            return new Begun.Refused(
                    "The address to open (target_link_uri) is none of Laurel's: it must begin with " + base() + "/.");
        }
        String state = random.get();
        String browser = random.get();
        LtiPlatform platform = known.get(0);
        Login login = new Login(
                platform.id(),
                target.get(),
                request.loginHint(),
                request.messageHint().orElse(null));
        logins.begin(login, state, browser, clock.instant());
        return new Begun.Onward(address(platform, request, state), state, browser);
    }

    private URI address(LtiPlatform platform, LoginRequest request, String state) {
        AuthenticationRequest.Builder onward = new AuthenticationRequest.Builder(
                        ResponseType.IDTOKEN,
                        new Scope(OIDCScopeValue.OPENID),
                        new ClientID(platform.clientId()),
                        launchAddress())
                .endpointURI(platform.authorization())
                .state(new State(state))
                .nonce(new Nonce(nonce(state)))
                .responseMode(ResponseMode.FORM_POST)
                .prompt(new Prompt(Prompt.Type.NONE))
                .loginHint(request.loginHint());
        request.messageHint().ifPresent(hint -> onward.customParameter("lti_message_hint", hint));
        return onward.build().toURI();
    }

    /** A login whose browser has kept nothing: to ask the platform for it, or to begin it anew. Empty when it ended, or never was. */
    public Optional<Paused> find(String state) {
        return logins.find(state, clock.instant())
                .flatMap(login -> platforms.find(login.platform()).map(platform -> paused(login, platform, state)));
    }

    private Paused paused(Login login, LtiPlatform platform, String state) {
        LoginRequest again = new LoginRequest(
                platform.issuer(),
                login.target().toString(),
                login.loginHint(),
                Optional.ofNullable(login.messageHint()),
                Optional.of(platform.clientId()));
        return new Paused(again, platform.authorization(), address(platform, again, state));
    }

    /** Lets in whom the platform sent back to the browser that had begun, once. */
    public Ended end(String state, String browser, String idToken) {
        Optional<Login> login = logins.take(state, browser, clock.instant());
        Optional<LtiPlatform> platform = login.flatMap(begun -> platforms.find(begun.platform()));
        if (login.isEmpty() || platform.isEmpty()) {
            return new Ended.Refused(
                    Optional.empty(), List.of(new Fault(Check.STATE, "another one, or one that has ended")));
        }
        Expected expected =
                new Expected(platform.get(), nonce(state), login.get().target());
        Checked checked = check.check(idToken, expected);
        return checked instanceof Checked.Good good
                ? new Ended.Welcome(platform.get(), good.launch())
                : new Ended.Refused(platform, ((Checked.Wrong) checked).faults());
    }

    private Optional<URI> ours(String target) {
        try {
            URI uri = new URI(target).normalize();
            boolean isOurs = uri.toString().equals(target)
                    && uri.getRawUserInfo() == null
                    && !target.contains("/..")
                    && target.startsWith(base() + "/");
            return isOurs ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private String base() {
        String text = publicUrl.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** Follows from the state, which is unguessable and good once: nothing more need be kept. */
    private static String nonce(String state) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(("nonce." + state).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
