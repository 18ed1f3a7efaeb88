package org.laurelbridge.bridge.verify.ob3;

import java.util.Optional;
import org.laurelbridge.bridge.verify.key.Documents;
import tools.jackson.databind.node.ObjectNode;

/** What a credential is for. */
enum Kind {
    BADGE("Open Badges 3.0"),
    RECORD("CLR 2.0"),
    ENDORSEMENT("endorsement of Open Badges 3.0"),
    STATUS_LIST("status list");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Empty when it is a credential for something else. */
    static Optional<Kind> of(ObjectNode credential) {
        if (Documents.holds(credential, "type", "ClrCredential")) {
            return Optional.of(RECORD);
        }
        if (Documents.holds(credential, "type", "OpenBadgeCredential")
                || Documents.holds(credential, "type", "AchievementCredential")) {
            return Optional.of(BADGE);
        }
        if (Documents.holds(credential, "type", "EndorsementCredential")) {
            return Optional.of(ENDORSEMENT);
        }
        return Documents.holds(credential, "type", "BitstringStatusListCredential")
                        || Documents.holds(credential, "type", "StatusList2021Credential")
                ? Optional.of(STATUS_LIST)
                : Optional.empty();
    }
}
