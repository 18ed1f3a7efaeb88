package org.laurelbridge.mapping;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Context;
import org.laurelbridge.xapi.Statement;
import tools.jackson.databind.JsonNode;

/**
 * What tells one attempt from another: what a rewrite names, else an extension, else the registration, else the statement.
 *
 * @param extension IRI in context or result; null for none
 * @param sharedRegistration extensions of the context by which senders are known whose registration is not one attempt's
 */
record Attempts(@Nullable String extension, Set<String> sharedRegistration) {

    Attempts {
        sharedRegistration = Set.copyOf(sharedRegistration);
    }

    String attempt(UUID id, Statement statement, @Nullable String rewritten) {
        if (rewritten != null) {
            return rewritten;
        }
        String named = extension == null ? null : named(statement, extension);
        if (named != null) {
            return named;
        }
        Context context = statement.context();
        return context == null || context.registration() == null || isShared(context)
                ? id.toString()
                : context.registration().toString();
    }

    private boolean isShared(Context context) {
        return sharedRegistration.stream().anyMatch(context.extensions()::has);
    }

    private static @Nullable String named(Statement statement, String extension) {
        JsonNode value = null;
        if (statement.context() != null) {
            value = statement.context().extensions().get(extension);
        }
        if (value == null && statement.result() != null) {
            value = statement.result().extensions().get(extension);
        }
        return value == null || !value.isValueNode() || value.asString().isEmpty() ? null : value.asString();
    }
}
