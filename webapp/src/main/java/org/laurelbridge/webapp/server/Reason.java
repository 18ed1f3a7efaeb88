package org.laurelbridge.webapp.server;

/** Why a request is not answered as asked. Owns the status and the sentence that a stranger may read. */
public enum Reason {
    BAD_INPUT(400, "The request is not right."),
    MALFORMED(400, "The address or a header of this request is not formed as HTTP wants it."),
    BROKEN_OFF(400, "The request broke off before all of it had come."),
    SIGN_IN(401, "Sign in to see this page."),
    NO_TOKEN(401, "This address wants an administrator's token as a bearer token."),
    FORGED(403, "This form is too old or was not sent from here. Go back, reload and send it again."),
    NOT_YOURS(403, "You are signed in, but this page is for others. Ask an administrator if you need it."),
    NOT_FOUND(404, "There is nothing here, or it is not public."),
    METHOD(405, "This address does not take that method."),
    CONFLICT(409, "It does not stand as you saw it any more. Look again."),
    GONE(410, "This was taken back."),
    WITHDRAWN(410, "This badge was withdrawn: its issuer erased all data of whoever earned it."),
    TOO_LARGE(413, "The request is too large."),
    LONG_ADDRESS(414, "The address is too long."),
    TOO_OFTEN(429, "More requests came from you than are taken in a minute. Wait a little and try again."),
    ENOUGH(429, "Two things that you asked for wait for their turn already. Wait until one is done, and ask again."),
    TOO_MANY(429, "Too many wrong tries. Wait a few minutes and try again."),
    LARGE_HEADERS(431, "The headers of the request are too large."),
    UNAVAILABLE(503, "Laurel cannot answer now. Try again in a few seconds."),
    VERSION(505, "Requests here are of HTTP 1.1 or 1.0."),
    BROKEN(500, "Something went wrong here. It was noted.");

    private final int status;
    private final String sentence;

    Reason(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    public int status() {
        return status;
    }

    public String sentence() {
        return sentence;
    }

    /** Why the server itself, below our servlets, refused with a status. */
    static Reason ofServer(int status) {
        return switch (status) {
            case 404 -> NOT_FOUND;
            case 405 -> METHOD;
            case 408 -> BROKEN_OFF;
            case 413 -> TOO_LARGE;
            case 414 -> LONG_ADDRESS;
            case 431 -> LARGE_HEADERS;
            case 503 -> UNAVAILABLE;
            case 505 -> VERSION;
            default -> status < 500 ? MALFORMED : BROKEN;
        };
    }
}
