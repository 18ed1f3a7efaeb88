package org.laurelbridge.webapp.endpoint.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.award.Awards.Told;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.PersonId;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/notices?person=…}: what a learner is told with time, newest first: deadlines, renewals, expiries. */
public final class NoticesApi extends HttpServlet {
    private final transient People people;
    private final transient Awards awards;

    public NoticesApi(People people, Awards awards) {
        this.people = people;
        this.awards = awards;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ApiQuery query = new ApiQuery(request, "person", "limit");
        int limit = query.limit();
        PersonId person = query.person(people);
        ApiAnswer.send(
                response, ApiAnswer.page("notices", awards.listNotices(person, limit), NoticesApi::written, null));
    }

    private static ObjectNode written(Told told) {
        return ApiAnswer.object()
                .put("badge", told.notice().badge())
                .put("what", told.notice().what().word())
                .put("moment", told.notice().moment().toString())
                .put("ahead", told.notice().ahead().toString())
                .put("toldAt", told.at().toString());
    }
}
