package org.laurelbridge.bridge.account.oidc;

/**
 * A sign-in that was begun: what the browser must bring back, and what proves that it is the same (OpenID Connect Core 3.1.2.1,
 * RFC 7636).
 */
public record Begun(String state, String nonce, String verifier) {}
