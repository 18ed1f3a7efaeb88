package org.laurelbridge.webapp.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.laurelbridge.bridge.grant.Grants;
import org.laurelbridge.bridge.grant.Scope;
import org.laurelbridge.webapp.session.Doing;
import tools.jackson.databind.node.ObjectNode;

/** {@code /ims/ob/v2p1/profile} (Open Badges 2.1 § Profile). */
public final class Profile2Servlet extends ImsServlet {
    private final transient LearnerProfile profiles;

    public Profile2Servlet(Door door, LearnerProfile profiles) {
        super(Dialect.OB2, door, "GET, HEAD, POST, OPTIONS");
        this.profiles = profiles;
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean isPost = request.getMethod().equals("POST");
        Grants.Bearer bearer = bearer(isPost ? Scope.PROFILE_2_WRITE : Scope.PROFILE_2_READ, request, response);
        if (isPost) {
            ObjectNode told = Body.read(request, LearnerProfile.MOST_BYTES).object();
            profiles.by(Doing.application(request, bearer.client())).tell(bearer.person(), told, false);
        }
        ObjectNode answer = Dialect.good();
        answer.set("profile", profiles.ob2(bearer));
        send(answer, response);
    }
}
