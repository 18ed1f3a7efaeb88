package org.laurelbridge.bridge.send;

/** What is sent of an award. */
public sealed interface Form {

    /** An Open Badges 3.0 credential with an embedded proof, as JSON. */
    record Credential(String json) implements Form {}

    /** An Open Badges 2.0 assertion that anybody may fetch, as JSON. */
    record Hosted(String json) implements Form {}

    /** An Open Badges 2.0 assertion as a compact JWS. */
    record Signed(String token) implements Form {}

    /** It will be there soon. */
    record NotYet(String why) implements Form {}

    /** There is none, until somebody changes something. */
    record None(String why) implements Form {}
}
