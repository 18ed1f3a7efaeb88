package org.laurelbridge.webapp.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.laurelbridge.bridge.grant.Grants;
import org.laurelbridge.bridge.grant.Scope;
import org.laurelbridge.bridge.verify.key.Documents;
import org.laurelbridge.webapp.session.Doing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /ims/ob/v3p0/profile}: getProfile and putProfile (Open Badges 3.0 §6.2.2). */
public final class ProfileServlet extends ImsServlet {
    private final transient LearnerProfile profiles;

    public ProfileServlet(Door door, LearnerProfile profiles) {
        super(Dialect.OB3, door, "GET, HEAD, PUT, OPTIONS");
        this.profiles = profiles;
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean isPut = request.getMethod().equals("PUT");
        Grants.Bearer bearer = bearer(isPut ? Scope.PROFILE_WRITE : Scope.PROFILE_READ, request, response);
        if (isPut) {
            ObjectNode profile = Body.read(request, LearnerProfile.MOST_BYTES).object();
            check(profile);
            profiles.by(Doing.application(request, bearer.client())).tell(bearer.person(), profile, true);
        }
        send(profiles.ob3(bearer), response);
    }

    /** A whole Profile, with what every one has. */
    private static void check(ObjectNode profile) {
        if (!Documents.holds(profile, "type", "Profile")) {
            throw new ImsFailure(Trouble.DATA, "type", "type: expected Profile.");
        }
        if (Documents.textOrEmpty(profile, "id").isBlank()) {
            throw new ImsFailure(Trouble.DATA, "id", "id: expected an address.");
        }
        for (String name : new String[] {"name", "url", "phone", "description", "email"}) {
            JsonNode value = profile.path(name);
            if (!value.isMissingNode() && !value.isNull() && !value.isString()) {
                throw new ImsFailure(Trouble.DATA, name, name + ": expected a text.");
            }
        }
    }
}
