package org.laurelbridge.xapi;

/** The rules that a problem can name, in both versions of the specification. */
enum Clause {
    FORMAT("2.2", "4.2"),
    STATEMENT("2.4", "4.2"),
    VOIDING("2.3.2", "4.2.5"),
    ID("2.4.1", "4.2.4.2"),
    ACTOR("2.4.2", "4.2.2.1"),
    AGENT("2.4.2.1", "4.2.2.1"),
    GROUP("2.4.2.2", "4.2.2.1"),
    IDENTIFIER("2.4.2.3", "4.2.2.1"),
    ACCOUNT("2.4.2.4", "4.2.2.1"),
    VERB("2.4.3", "4.2.2.2"),
    OBJECT("2.4.4", "4.2.2.3"),
    ACTIVITY("2.4.4.1", "4.2.2.3"),
    STATEMENT_OBJECT("2.4.4.3", "4.2.2.3"),
    RESULT("2.4.5", "4.2.2.4"),
    SCORE("2.4.5.1", "4.2.2.4"),
    CONTEXT("2.4.6", "4.2.2.5"),
    CONTEXT_ACTIVITIES("2.4.6.2", "4.2.2.5"),
    TIMESTAMP("2.4.7", "4.2.4.2"),
    STORED("2.4.8", "4.2.4.2"),
    AUTHORITY("2.4.9", "4.2.4.2"),
    VERSION("2.4.10", "4.2.4.3"),
    ATTACHMENT("2.4.11", "4.2.2.6"),
    EXTENSIONS("4.1", "4.2.7"),
    LANGUAGE("4.2", "4.2.7"),
    IRI("4.3", "4.2.7"),
    UUID("4.4", "4.2.7"),
    TIME("4.5", "4.2.7"),
    DURATION("4.6", "4.2.7");

    private final String first;
    private final String second;

    Clause(String data, String section) {
        first = "1.0.3 Data " + data;
        second = "2.0 §" + section;
    }

    String in(XapiVersion version) {
        return version == XapiVersion.V1_0 ? first : second;
    }
}
