package org.laurelbridge.bridge.issue;

import java.util.List;

/** What others say for a badge or for the issuer: EndorsementCredentials (Open Badges 3.0 §B.6) that they signed. */
public interface Endorsements {

    /** How many are told of one: they stand in every credential. */
    int MOST = 10;

    /**
     * Those about a badge or the issuer, as they were signed, the oldest first.
     *
     * @param about the id of the achievement or of the issuer
     */
    List<String> list(String about);

    /** None about anything. */
    static Endorsements none() {
        return about -> List.of();
    }
}
