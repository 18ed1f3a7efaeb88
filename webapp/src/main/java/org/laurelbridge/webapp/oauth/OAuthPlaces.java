package org.laurelbridge.webapp.oauth;

import java.net.URI;
import org.laurelbridge.bridge.issue.Addresses;

/** Where an application finds what, as the documents that describe this installation tell it. */
public record OAuthPlaces(Addresses addresses) {

    /** The issuer of tokens (RFC 8414 §2). */
    public URI issuer() {
        return addresses.root();
    }

    public URI registration() {
        return addresses.at("oauth", "register");
    }

    public URI authorization() {
        return addresses.at("oauth", "authorize");
    }

    public URI token() {
        return addresses.at("oauth", "token");
    }

    public URI revocation() {
        return addresses.at("oauth", "revoke");
    }

    /** Where wallets fetch what they were offered. */
    public URI credential() {
        return addresses.at("oauth", "credential");
    }

    public URI terms() {
        return addresses.at("terms");
    }

    public URI privacy() {
        return addresses.at("privacy");
    }

    /** Where the Open Badges 3.0 API stands. */
    public URI ob3() {
        return addresses.at("ims", "ob", "v3p0");
    }

    /** Where the Open Badges 2.1 API stands. */
    public URI ob2() {
        return addresses.at("ims", "ob", "v2p1");
    }

    /** Whether applications elsewhere reach it, over TLS as the specifications demand. */
    public boolean isPublic() {
        return "https".equals(issuer().getScheme());
    }
}
