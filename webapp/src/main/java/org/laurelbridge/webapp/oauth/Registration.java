package org.laurelbridge.webapp.oauth;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.client.ClientMetadata;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.grant.Scope;

/**
 * What an application says of itself as it registers (RFC 7591 §2; Open Badges 3.0 §7.1.1 and Open Badges 2.1 § Registration, which
 * want most of it). All of it is a stranger's word.
 */
final class Registration {
    private static final Set<ClientAuthenticationMethod> METHODS = Set.of(
            ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
            ClientAuthenticationMethod.CLIENT_SECRET_POST,
            ClientAuthenticationMethod.NONE);
    private static final Set<GrantType> GRANTS = Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN);
    private static final Set<Scope> DEFAULT = EnumSet.of(
            Scope.CREDENTIALS_READ, Scope.PROFILE_READ, Scope.ASSERTIONS_READ, Scope.PROFILE_2_READ, Scope.OFFLINE);
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 1_000;
    private static final int MOST_REDIRECTS = 10;

    private final ClientMetadata metadata;
    private final List<String> problems = new ArrayList<>();
    private final List<String> redirectProblems = new ArrayList<>();

    private Registration(ClientMetadata metadata) {
        this.metadata = metadata;
    }

    /** What is kept, or all that is wrong. */
    sealed interface Read {

        /** Registered, with what Laurel chose in place of what was left out or is not offered. */
        record Good(ClientMetadata metadata) implements Read {}

        /** Wrong; {@code isRedirect} tells whether it is about redirect_uris (RFC 7591 §3.2.2). */
        record Bad(List<String> problems, boolean isRedirect) implements Read {}
    }

    /** Reads metadata that a client sends. */
    static Read read(String json) {
        Registration registration;
        try {
            registration = new Registration(ClientMetadata.parse(JSONObjectUtils.parse(json)));
        } catch (ParseException wrong) {
            String message = Objects.requireNonNullElse(wrong.getMessage(), "it is no JSON object");
            return new Read.Bad(List.of(message), message.contains("redirect"));
        }
        registration.check();
        if (!registration.redirectProblems.isEmpty() || !registration.problems.isEmpty()) {
            boolean isRedirect = !registration.redirectProblems.isEmpty();
            registration.redirectProblems.addAll(registration.problems);
            return new Read.Bad(registration.redirectProblems, isRedirect);
        }
        registration.complete();
        return new Read.Good(registration.metadata);
    }

    private void check() {
        text("client_name", metadata.getName());
        text("software_id", Objects.toString(metadata.getSoftwareID(), null));
        text("software_version", Objects.toString(metadata.getSoftwareVersion(), null));
        checkAddresses();
        checkRedirects();
        if (metadata.getSoftwareStatement() != null) {
            problems.add("software_statement: Laurel reads none");
        }
        ClientAuthenticationMethod method = metadata.getTokenEndpointAuthMethod();
        if (method != null && !METHODS.contains(method)) {
            problems.add("token_endpoint_auth_method: expected client_secret_basic, client_secret_post or none");
        }
        if (metadata.getGrantTypes() != null && !GRANTS.containsAll(metadata.getGrantTypes())) {
            problems.add("grant_types: expected authorization_code and refresh_token");
        }
        if (metadata.getResponseTypes() != null
                && !Set.of(new ResponseType("code")).containsAll(metadata.getResponseTypes())) {
            problems.add("response_types: expected code");
        }
    }

    private void text(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            problems.add(name + ": missing");
        } else if (value.length() > LONGEST_NAME || value.codePoints().anyMatch(Character::isISOControl)) {
            problems.add(name + ": expected at most " + LONGEST_NAME + " characters, none of them for control");
        }
    }

    /** All with https, all of one host (Open Badges 3.0 §7.1.1). */
    private void checkAddresses() {
        Map<String, @Nullable URI> addresses = new LinkedHashMap<>();
        addresses.put("client_uri", metadata.getURI());
        addresses.put("logo_uri", metadata.getLogoURI());
        addresses.put("tos_uri", metadata.getTermsOfServiceURI());
        addresses.put("policy_uri", metadata.getPolicyURI());
        Set<String> hosts = new LinkedHashSet<>();
        addresses.forEach((name, address) -> {
            if (address == null) {
                problems.add(name + ": missing");
            } else if (!isAllowed(address)) {
                problems.add(name + ": expected https and a host");
            } else {
                hosts.add(address.getHost().toLowerCase(Locale.ROOT));
            }
        });
        redirects().stream()
                .filter(address -> isAllowed(address) && !isLoopback(address))
                .forEach(address -> hosts.add(address.getHost().toLowerCase(Locale.ROOT)));
        if (hosts.size() > 1) {
            problems.add("all addresses must be of one host, found " + String.join(", ", hosts));
        }
    }

    /** Where codes may be sent: https, or http on this very machine (RFC 8252 §7.3); no fragment (RFC 6749 §3.1.2). */
    private void checkRedirects() {
        if (redirects().isEmpty() || redirects().size() > MOST_REDIRECTS) {
            redirectProblems.add("redirect_uris: expected 1 to " + MOST_REDIRECTS);
        }
        for (URI address : redirects()) {
            if (!isAllowed(address) || address.getRawFragment() != null) {
                redirectProblems.add("redirect_uris: expected https, or http on loopback, a host and no fragment");
            }
        }
    }

    private Set<URI> redirects() {
        return metadata.getRedirectionURIs() == null ? Set.of() : metadata.getRedirectionURIs();
    }

    private static boolean isAllowed(URI address) {
        boolean isWeb =
                "https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && isLoopback(address));
        return isWeb
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.toString().length() <= LONGEST_ADDRESS;
    }

    private static boolean isLoopback(URI address) {
        String host = address.getHost();
        return host != null && (host.equals("127.0.0.1") || host.equals("[::1]") || host.equalsIgnoreCase("localhost"));
    }

    /** Says what holds where nothing was said, or where more was asked than is offered (RFC 7591 §3.2.1). */
    private void complete() {
        metadata.applyDefaults();
        Set<Scope> scopes = metadata.getScope() == null
                ? EnumSet.copyOf(DEFAULT)
                : Scope.known(metadata.getScope().toStringList());
        if (!metadata.getGrantTypes().contains(GrantType.REFRESH_TOKEN)) {
            scopes.remove(Scope.OFFLINE);
        }
        metadata.setScope(com.nimbusds.oauth2.sdk.Scope.parse(Scope.text(scopes)));
    }
}
