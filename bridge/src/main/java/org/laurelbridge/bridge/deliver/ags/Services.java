package org.laurelbridge.bridge.deliver.ags;

import java.net.URI;
import java.net.http.HttpRequest;
import org.laurelbridge.bridge.deliver.wire.Reply;
import org.laurelbridge.bridge.deliver.wire.Wire;

/** Requests to a platform's services, each with an access token. One that is not accepted is replaced once. */
final class Services {

    private static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/scope/";

    /** What columns and grades need. */
    static final String GRADES = AGS + "lineitem " + AGS + "result.readonly " + AGS + "score";

    /** What rosters need. */
    static final String MEMBERS = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

    private final Wire wire;
    private final AccessTokens tokens;

    Services(Wire wire, AccessTokens tokens) {
        this.wire = wire;
        this.tokens = tokens;
    }

    /** @param accept the one media type; Moodle answers 400 to any list or wildcard */
    Reply get(URI address, String accept, String scopes) {
        return send(wire.to(address).header("Accept", accept).GET(), scopes);
    }

    /** Posts JSON of a media type and takes the same back. */
    Reply post(URI address, String mediaType, String body) {
        return send(
                wire.to(address)
                        .header("Content-Type", mediaType)
                        .header("Accept", mediaType)
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                GRADES);
    }

    private Reply send(HttpRequest.Builder request, String scopes) {
        String token = tokens.get(scopes);
        Reply reply =
                wire.send(request.setHeader("Authorization", "Bearer " + token).build());
        if (reply.status() != 401) {
            return reply;
        }
        tokens.forget(scopes, token);
        String fresh = tokens.get(scopes);
        Reply second =
                wire.send(request.setHeader("Authorization", "Bearer " + fresh).build());
        if (second.status() == 401) {
            // kept, a token that is not accepted would be tried first for an hour
            tokens.forget(scopes, fresh);
        }
        return second;
    }
}
