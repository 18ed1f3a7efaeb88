package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads ids out of requests. */
final class Paging {
    private Paging() {}

    /** A UUID of the query or the form; empty when there is none or it is none. */
    static Optional<UUID> uuid(HttpServletRequest request, String name) {
        return uuid(request.getParameter(name));
    }

    static Optional<UUID> uuid(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text.trim()));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }
}
