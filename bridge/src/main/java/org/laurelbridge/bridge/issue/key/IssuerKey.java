package org.laurelbridge.bridge.issue.key;

/** A key that badges are signed with. */
public sealed interface IssuerKey permits Ed25519Key, RsaKey {

    /** Its name in addresses and documents: made from the public key alone, safe in a URL. */
    String id();
}
