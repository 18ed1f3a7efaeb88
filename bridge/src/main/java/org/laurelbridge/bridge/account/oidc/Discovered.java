package org.laurelbridge.bridge.account.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says about itself (OpenID Connect Discovery 4), with its keys, which are fetched when one is needed that is not
 * known.
 */
record Discovered(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant at) {
    private static final long PATIENCE_MILLIS = 10_000;
    private static final int SKEW_SECONDS = 60;
    private static final long KEYS_KEPT_MILLIS = 900_000;

    static Discovered fetch(String issuer, ResourceRetriever retriever, Instant now) throws OidcFailure {
        try {
            String text = retriever
                    .retrieveResource(OIDCProviderMetadata.resolveURL(new Issuer(issuer)))
                    .getContent();
            OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(text);
            if (!bare(metadata.getIssuer().getValue()).equals(bare(issuer))) {
                throw OidcFailure.away("another issuer is told by its discovery document");
            }
            if (metadata.getAuthorizationEndpointURI() == null
                    || metadata.getTokenEndpointURI() == null
                    || metadata.getJWKSetURI() == null) {
                throw OidcFailure.away("its discovery document lacks an endpoint");
            }
            JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                            metadata.getJWKSetURI().toURL(), retriever)
                    .cache(KEYS_KEPT_MILLIS, PATIENCE_MILLIS)
                    .refreshAheadCache(false)
                    .build();
            return new Discovered(metadata, keys, now);
        } catch (IOException | GeneralException unusable) {
            throw OidcFailure.away("no usable discovery document: " + unusable.getMessage());
        }
    }

    private static String bare(String issuer) {
        return issuer.replaceFirst("/+$", "");
    }

    /** Checks tokens as OpenID Connect Core 3.1.3.7 has it; signatures with public keys alone. */
    IDTokenValidator validator(ClientID client) {
        @Nullable List<JWSAlgorithm> told = metadata.getIDTokenJWSAlgs();
        Set<JWSAlgorithm> taken = (told == null ? List.of(JWSAlgorithm.RS256) : told)
                .stream().filter(JWSAlgorithm.Family.SIGNATURE::contains).collect(Collectors.toSet());
        JWSVerificationKeySelector<SecurityContext> selector =
                new JWSVerificationKeySelector<>(taken.isEmpty() ? Set.of(JWSAlgorithm.RS256) : taken, keys);
        IDTokenValidator validator = new IDTokenValidator(metadata.getIssuer(), client, selector, null);
        validator.setMaxClockSkew(SKEW_SECONDS);
        return validator;
    }
}
