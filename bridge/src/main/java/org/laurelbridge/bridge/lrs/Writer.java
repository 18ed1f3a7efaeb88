package org.laurelbridge.bridge.lrs;

import java.util.UUID;
import org.laurelbridge.xapi.Json;
import org.laurelbridge.xapi.Json.Parsed;
import org.laurelbridge.xapi.Sameness;
import tools.jackson.databind.node.ObjectNode;

/** Writes one statement under its id, and looks at what stands there when the LRS says that the id is taken. */
final class Writer {
    private static final int CONFLICT = 409;

    private final LrsClient client;
    private final Json json = new Json();
    private boolean conflict;

    Writer(LrsClient client) {
        this.client = client;
    }

    Writing put(UUID id, String statement) {
        LrsReply<Answer> reply = send(id, statement);
        if (isRefused(reply) && !conflict && client.learnVersion()) {
            reply = send(id, statement);
        }
        return conflict ? compare(id, statement) : reply.fold(answer -> new Writing.Stands(), Writer::attempt);
    }

    private LrsReply<Answer> send(UUID id, String statement) {
        return client.ask(
                exchange -> {
                    Answer answer = exchange.put("/statements?statementId=" + id, statement);
                    conflict = answer.status() == CONFLICT;
                    return answer;
                },
                false);
    }

    // LRSs answer 409 to copies that are equal by the specification, so the one that stands there is read
    private Writing compare(UUID id, String statement) {
        return client.ask(exchange -> exchange.get("/statements?statementId=" + id), false)
                .fold(answer -> compare(statement, answer), Writer::attempt);
    }

    private Writing compare(String statement, Answer answer) {
        boolean same = json.read(statement) instanceof Parsed.Value ours
                && json.read(answer.body()) instanceof Parsed.Value theirs
                && ours.node() instanceof ObjectNode one
                && theirs.node() instanceof ObjectNode other
                && new Sameness().same(one, other);
        return same ? new Writing.Stands() : new Writing.Differs();
    }

    private static boolean isRefused(LrsReply<Answer> reply) {
        return reply instanceof LrsReply.Failed<Answer> failed
                && failed.failure().kind() == LrsFailure.Kind.REFUSED;
    }

    private static Writing attempt(LrsFailure failure) {
        return switch (failure.kind()) {
            case UNREACHABLE, BUSY -> new Writing.Later(failure.words(), failure.notBefore());
            case LOST, STRANGE -> new Writing.Unknown(failure.words());
            case NOT_FOUND, REFUSED -> new Writing.Refused(failure.words());
        };
    }
}
