package org.laurelbridge.bridge.verify.ob3;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.laurelbridge.bridge.verify.key.Documents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An endorsement that stands in a credential (Open Badges 3.0 §B.6).
 *
 * @param endorsement JSON or a token
 * @param places the ids of what it may be about: what it stands in, and at the credential itself also its achievement and its issuer
 */
record GivenEndorsement(JsonNode endorsement, Set<String> places) {

    private static final List<String> MEMBERS = List.of("endorsement", "endorsementJwt");
    /** What is looked at by itself, with the endorsements in it. */
    private static final Set<String> CLOSED = Set.of("endorsement", "endorsementJwt", "verifiableCredential", "proof");

    /** All in a credential, but not those in its endorsements and in the badges inside it. */
    static List<GivenEndorsement> of(ObjectNode credential) {
        Set<String> own = new HashSet<>(List.of(
                Documents.textOrEmpty(credential, "id"),
                Documents.id(credential, "issuer"),
                Documents.id(Said.subject(credential), "achievement")));
        List<GivenEndorsement> given = new ArrayList<>();
        collect(credential, own, given);
        return given;
    }

    private static void collect(JsonNode node, Set<String> places, List<GivenEndorsement> given) {
        for (String member : MEMBERS) {
            Documents.many(node, member).forEach(one -> given.add(new GivenEndorsement(one, places)));
        }
        node.properties().stream()
                .filter(member -> !CLOSED.contains(member.getKey()))
                .forEach(member -> descend(member.getValue(), given));
        if (node.isArray()) {
            node.forEach(item -> descend(item, given));
        }
    }

    private static void descend(JsonNode node, List<GivenEndorsement> given) {
        collect(node, Set.of(Documents.textOrEmpty(node, "id")), given);
    }

    boolean isAbout(String id) {
        return !id.isEmpty() && places.contains(id);
    }
}
