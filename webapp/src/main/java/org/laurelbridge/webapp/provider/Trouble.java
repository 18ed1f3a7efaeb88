package org.laurelbridge.webapp.provider;

/**
 * Why a request is not answered as asked, as each version says it: Open Badges 3.0 by the HTTP status and a code (§ Imsx_StatusInfo),
 * 2.1 by a status of its own for each endpoint (§ Responses).
 */
enum Trouble {
    NO_TOKEN(401, "unauthorizedrequest", "UNAUTHENTICATED"),
    BAD_TOKEN(401, "unauthorizedrequest", "UNAUTHENTICATED"),
    SCOPE(403, "forbidden", "PERMISSION_DENIED"),
    QUERY(400, "invalid_query_parameter", "REQUEST_VALIDATION_ERROR"),
    DATA(400, "invalid_data", "REQUEST_VALIDATION_ERROR"),
    BADGE(400, "invalid_data", "INVALID_BADGE"),
    RECIPIENT(400, "invalid_data", "RECIPIENT_PROFILE_MISMATCH"),
    FULL(400, "forbidden", "BAD_REQUEST"),
    NOT_FOUND(404, "not_found", "NOT_FOUND"),
    METHOD(405, "not_allowed", "METHOD_NOT_ALLOWED"),
    TOO_LARGE(413, "invalid_data", "REQUEST_VALIDATION_ERROR"),
    TYPE(415, "not_acceptable", "REQUEST_VALIDATION_ERROR"),
    BUSY(503, "server_busy", ""),
    BROKEN(500, "internal_server_error", "");

    private final int status;
    private final String code;
    private final String word;

    Trouble(int status, String code, String word) {
        this.status = status;
        this.code = code;
        this.word = word;
    }

    /** The HTTP status of 3.0. */
    int status() {
        return status;
    }

    /** The HTTP status of 2.1, which knows fewer: 400, 401, 404, 405 and 500. */
    int status2() {
        return switch (this) {
            case SCOPE -> 401;
            case TOO_LARGE, TYPE -> 400;
            default -> status;
        };
    }

    /** The code of 3.0, an imsx_codeMinorFieldValue. */
    String code() {
        return code;
    }

    /** The statusText of 2.1; empty where it has none. */
    String word() {
        return word;
    }
}
