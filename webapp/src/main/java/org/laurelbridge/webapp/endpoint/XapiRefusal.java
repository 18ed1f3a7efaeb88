package org.laurelbridge.webapp.endpoint;

import java.util.List;
import java.util.UUID;
import org.laurelbridge.xapi.Problem;

/** A request of the xAPI that is not answered as asked. */
final class XapiRefusal extends RuntimeException {
    private final transient XapiAnswer answer;

    private XapiRefusal(XapiAnswer answer) {
        super("answered with " + answer.status());
        this.answer = answer;
    }

    static XapiRefusal bad(List<Problem> problems) {
        return new XapiRefusal(XapiAnswer.refused(400, "The request is not right: nothing of it was kept.", problems));
    }

    static XapiRefusal bad(String place, String found, String expected, String clause) {
        return bad(List.of(new Problem(place, found, expected, clause)));
    }

    static XapiRefusal of(int status, String message) {
        return new XapiRefusal(XapiAnswer.refused(status, message, List.of()));
    }

    /** About statements that stand in the way. */
    static XapiRefusal told(int status, String message, List<UUID> statements, String clause) {
        List<Problem> problems = statements.stream()
                .map(id -> new Problem(
                        "",
                        id.toString(),
                        status == 409 ? "the same statement, or another id" : "a statement of its own",
                        clause))
                .toList();
        return new XapiRefusal(XapiAnswer.refused(status, message, problems));
    }

    static XapiRefusal unknownSender() {
        return new XapiRefusal(
                XapiAnswer.refused(401, "Credentials of a source are needed, and these are none.", List.of())
                        .with("WWW-Authenticate", "Basic realm=\"laurel\", charset=\"UTF-8\""));
    }

    static XapiRefusal wrongMethod(String allowed) {
        return new XapiRefusal(XapiAnswer.refused(405, "This address does not take that method.", List.of())
                .with("Allow", allowed));
    }

    static XapiRefusal tooLarge(String found, String most) {
        Problem problem = new Problem("", found, "at most " + most, "");
        return new XapiRefusal(XapiAnswer.refused(413, "The request is too large: send it in parts.", List.of(problem))
                // what was not read cannot be skipped
                .with("Connection", "close"));
    }

    XapiAnswer answer() {
        return answer;
    }
}
