package org.laurelbridge.xapi;

/**
 * What was done (xAPI 1.0.3 Data 2.4.3). Only the id identifies it; display text never does.
 *
 * @param id an absolute IRI
 */
public record Verb(String id) {
    public static final String VOIDED = "http://adlnet.gov/expapi/verbs/voided";

    public boolean isVoided() {
        return VOIDED.equals(id);
    }
}
