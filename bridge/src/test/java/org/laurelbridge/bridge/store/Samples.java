package org.laurelbridge.bridge.store;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.listen.Candidate;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.xapi.Actor;
import org.laurelbridge.xapi.InverseFunctionalIdentifier;
import org.laurelbridge.xapi.Statement;
import org.laurelbridge.xapi.StatementObject;
import org.laurelbridge.xapi.Verb;

/** Statements as listeners hand them over. */
public final class Samples {

    private static final Actor ADA =
            new Actor(Actor.Type.AGENT, null, new InverseFunctionalIdentifier.Mbox("ada@example.org"), List.of());

    private Samples() {}

    /** Ada passed the quiz; {@code more} is put behind the members of the statement. */
    public static Candidate passed(UUID id, String... more) {
        Verb verb = new Verb("http://adlnet.gov/expapi/verbs/passed");
        StatementObject quiz = new StatementObject.Activity("https://lms.example/quiz", null);
        return candidate(id, verb, quiz, """
                {"id":"%s","actor":{"mbox":"mailto:ada@example.org"},"verb":{"id":"%s"},\
                "object":{"id":"https://lms.example/quiz"}%s}""".formatted(id, verb.id(), String.join("", more)));
    }

    /** Ada voids a statement. */
    public static Candidate voids(UUID id, UUID target) {
        return voids(id, target, null);
    }

    /** The same, with somebody who vouches for it. */
    public static Candidate voids(UUID id, UUID target, @Nullable Actor authority) {
        Statement statement = new Statement(
                id,
                ADA,
                new Verb(Verb.VOIDED),
                new StatementObject.StatementRef(target),
                null,
                null,
                null,
                null,
                authority,
                List.of());
        return new Candidate(id, statement, """
                {"id":"%s","actor":{"mbox":"mailto:ada@example.org"},"verb":{"id":"%s"},\
                "object":{"objectType":"StatementRef","id":"%s"}}""".formatted(id, Verb.VOIDED, target), List.of());
    }

    public static Submission pushed(String source, Candidate... candidates) {
        return new Submission(source, Submission.Manner.PUSHED, List.of(candidates), List.of());
    }

    public static Submission taken(String source, Candidate... candidates) {
        return new Submission(source, Submission.Manner.TAKEN, Arrays.asList(candidates), List.of());
    }

    private static Candidate candidate(UUID id, Verb verb, StatementObject object, String raw) {
        Statement statement = new Statement(id, ADA, verb, object, null, null, null, null, null, List.of());
        return new Candidate(id, statement, raw, List.of());
    }
}
