package org.laurelbridge.bridge.verify.ob3;

import java.util.Locale;
import org.laurelbridge.bridge.verify.key.Documents;
import org.laurelbridge.bridge.verify.report.Recipients;
import org.laurelbridge.bridge.verify.report.Recipients.Identity;
import tools.jackson.databind.JsonNode;

/**
 * Whose a credential is, as it says it.
 *
 * @param id of its subject; empty when it has none
 */
record Owner(String id, Recipients recipients) {

    static Owner of(JsonNode credential) {
        return new Owner(Documents.textOrEmpty(Said.subject(credential), "id"), Said.recipients(credential));
    }

    /** Whether both name the same person: by the same id, or by one identity that both hold. */
    boolean isSameAs(Owner other) {
        return (!id.isEmpty() && id.equals(other.id))
                || recipients.identities().stream()
                        .anyMatch(one -> other.recipients.identities().stream().anyMatch(same -> isSame(one, same)));
    }

    private static boolean isSame(Identity one, Identity other) {
        return one.hashed() == other.hashed()
                && one.salt().equals(other.salt())
                && one.value().toLowerCase(Locale.ROOT).equals(other.value().toLowerCase(Locale.ROOT));
    }
}
