package org.laurelbridge.mapping;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Context;
import tools.jackson.databind.JsonNode;

/** Statements that never count, known by an extension of their own context, as a sender's mark of a trial run. */
record Ignored(List<When> whens) {

    Ignored {
        whens = List.copyOf(whens);
    }

    /** The extension holds one of these words. */
    record When(String extension, Set<String> words) {
        public When {
            words = Set.copyOf(words);
        }
    }

    /** Why a statement does not count; empty when it does. */
    Optional<String> why(@Nullable Context context) {
        return context == null
                ? Optional.empty()
                : whens.stream()
                        .filter(when -> holds(context.extensions().get(when.extension()), when.words()))
                        .map(when -> "the context's " + when.extension() + " is one that never counts")
                        .findFirst();
    }

    private static boolean holds(@Nullable JsonNode value, Set<String> words) {
        return value != null && value.isString() && words.contains(value.asString());
    }
}
