package org.laurelbridge.bridge.subject;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.record.PersonId;

/** Everything that is kept of a person, and of who was merged with them, read some at a time. */
public interface PersonalData {

    /**
     * Whom it is about.
     *
     * @param homePages on which an account's name is a person's identifier of a kind
     * @return empty when there is no such person
     */
    Optional<Subject> find(PersonId person, Function<String, Set<String>> homePages);

    /** Tells the audit log that everything about them is handed out. */
    void tellHandedOut(Subject subject, Doer doer);

    /** The kinds of rows, in the order in which they are told. */
    List<Kind> kinds();

    /** Calls with every row of a kind, as one line of JSON, without what lets anybody in: tokens and hashes of passwords. */
    void each(Kind kind, Subject subject, Consumer<String> row);

    /**
     * Calls with every statement that is theirs or mentions them, as one line of JSON with the statement as it came; those that lie in
     * quarantine last.
     */
    void eachStatement(Subject subject, Consumer<String> row);

    /** Calls with every badge of another issuer that they brought. */
    void eachReceived(Subject subject, Consumer<Received> badge);

    /**
     * A kind of rows.
     *
     * @param name a word that files can be called by, and by which the page for people knows their title
     */
    record Kind(String name) {}

    /**
     * A badge of another issuer.
     *
     * @param id of it here
     * @param form json or jws
     */
    record Received(String id, String form, String content) {}
}
