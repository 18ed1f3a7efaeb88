package org.laurelbridge.xapi;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * From JSON to a statement, or every problem it has (xAPI 1.0.3 Data 2 and 4; 2.0 §4.2). Places are JSON pointers from the
 * statement on. Nothing is thrown. Safe for many threads.
 */
public final class StatementReader {
    private static final Set<String> ALLOWED = Set.of(
            "id",
            "actor",
            "verb",
            "object",
            "result",
            "context",
            "timestamp",
            "stored",
            "authority",
            "version",
            "attachments");

    private final Manner manner;
    private final XapiVersion version;

    /** Whose statements are read. */
    public enum Manner {
        /** Pushed to Laurel: any violation that an LRS has to refuse with 400 refuses the statement. */
        STRICT,
        /**
         * Held by an LRS or a file: what is wrong outside actor, verb, object and result is left out of the typed statement
         * and told. The same holds for display texts, definitions, unknown properties, nulls, scores out of range, and IRIs
         * that have a scheme but hold characters they may not hold.
         */
        LENIENT
    }

    /** Reads in this manner, by the rules of the version that the request or the LRS speaks. */
    public StatementReader(Manner manner, XapiVersion version) {
        this.manner = manner;
        this.version = version;
    }

    /** Reads one statement. */
    public Reading read(JsonNode json) {
        Checker check = new Checker(manner == Manner.LENIENT, version);
        Statement statement = statement(json, check, Parts.tell(check));
        return statement == null || check.isUnusable()
                ? new Reading.Refused(check.problems())
                : new Reading.Usable(statement, check.problems());
    }

    private static @Nullable Statement statement(JsonNode json, Checker check, Parts parts) {
        Fields fields = parts.fields();
        ObjectNode statement = fields.object(json, ALLOWED, Clause.STATEMENT);
        if (statement == null) {
            return null;
        }
        Actor actor = parts.actors().either("actor", fields.needed(statement, "actor", Clause.STATEMENT));
        Verb verb = parts.verbs().read(fields.needed(statement, "verb", Clause.STATEMENT));
        StatementObject object = parts.objects()
                .read(fields.needed(statement, "object", Clause.STATEMENT), new SubStatementReader(check, parts));
        checkVoiding(verb, object, fields);
        Result result = parts.results().read(fields.member(statement, "result"));

        check.excuse(true);
        boolean aboutActivity = object == null || object instanceof StatementObject.Activity;
        Context context = parts.contexts().read(fields.member(statement, "context"), aboutActivity);
        UUID id = fields.uuid(statement, "id", Clause.ID);
        Instant timestamp = fields.time(statement, "timestamp", Clause.TIMESTAMP);
        Instant stored = fields.time(statement, "stored", Clause.STORED);
        Actor authority = authority(fields.member(statement, "authority"), parts);
        checkVersion(fields.text(statement, "version", Clause.VERSION), check, fields);
        List<Attachment> attachments = parts.attachments().read(fields.member(statement, "attachments"));
        return actor == null || verb == null || object == null
                ? null
                : new Statement(id, actor, verb, object, result, context, timestamp, stored, authority, attachments);
    }

    private static void checkVoiding(@Nullable Verb verb, @Nullable StatementObject object, Fields fields) {
        if (verb != null && verb.isVoided() && object != null && !(object instanceof StatementObject.StatementRef)) {
            fields.wrong("object", "no StatementRef", "the statement that is voided, as StatementRef", Clause.VOIDING);
        }
    }

    private static @Nullable Actor authority(@Nullable JsonNode node, Parts parts) {
        Actor authority = parts.actors().either("authority", node);
        if (authority == null || authority.type() == Actor.Type.AGENT) {
            return authority;
        }
        if (authority.identifier() != null || authority.members().size() != 2) {
            String found = authority.identifier() != null
                    ? "an identified group"
                    : "a group of " + authority.members().size();
            parts.fields().wrong("authority", found, "an agent, or an anonymous group of two agents", Clause.AUTHORITY);
            return null;
        }
        return authority;
    }

    private static void checkVersion(@Nullable String given, Checker check, Fields fields) {
        if (given != null && !check.version().takes(given)) {
            String expected = check.version() == XapiVersion.V1_0 ? "1.0 or 1.0.x" : "2.0.0, 1.0 or 1.0.x";
            fields.wrong("version", Checker.quote(given), expected, Clause.VERSION);
        }
    }
}
