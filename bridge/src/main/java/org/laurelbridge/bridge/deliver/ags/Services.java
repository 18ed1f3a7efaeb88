package org.laurelbridge.bridge.deliver.ags;

import java.net.URI;
import java.util.Map;
import org.laurelbridge.bridge.deliver.wire.Call;
import org.laurelbridge.bridge.deliver.wire.Reply;
import org.laurelbridge.bridge.deliver.wire.Sender;

/** Requests to a platform's services, each with an access token. One that is not accepted is replaced once. */
final class Services {

    private static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/scope/";

    /** What columns and grades need. */
    static final String GRADES = AGS + "lineitem " + AGS + "result.readonly " + AGS + "score";

    /** What rosters need. */
    static final String MEMBERS = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

    private final Sender sender;
    private final AccessTokens tokens;

    Services(Sender sender, AccessTokens tokens) {
        this.sender = sender;
        this.tokens = tokens;
    }

    /** @param accept the one media type; Moodle answers 400 to any list or wildcard */
    Reply get(URI address, String accept, String scopes) {
        return send(new Call("GET", address, Map.of("Accept", accept), null), scopes);
    }

    /** Posts JSON of a media type and takes the same back. */
    Reply post(URI address, String mediaType, String body) {
        Map<String, String> headers = Map.of("Content-Type", mediaType, "Accept", mediaType);
        return send(new Call("POST", address, headers, body), GRADES);
    }

    private Reply send(Call call, String scopes) {
        String token = tokens.get(scopes);
        Reply reply = sender.send(call.with("Authorization", "Bearer " + token));
        if (reply.status() != 401) {
            return reply;
        }
        tokens.forget(scopes, token);
        String fresh = tokens.get(scopes);
        Reply second = sender.send(call.with("Authorization", "Bearer " + fresh));
        if (second.status() == 401) {
            // kept, a token that is not accepted would be tried first for an hour
            tokens.forget(scopes, fresh);
        }
        return second;
    }
}
