package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;

/** {@code /admin/people/{id}}: a person, their badges, and what is missing for the others; un-joins what they are known by. */
public final class PersonServlet extends HttpServlet {
    private final transient People people;
    private final transient Standings standings;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public PersonServlet(People people, Standings standings, Sessions sessions, Pages pages, InstantSource clock) {
        this.people = people;
        this.standings = standings;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Person person = person(request.getPathInfo()).orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        Frame frame = Frame.of(request, sessions, clock.instant());
        pages.show(
                response,
                "admin/person.jte",
                standings.page(frame, person, request.getParameter("badge"), pages.words(response)));
    }

    /** Takes something that they are known by from them. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Person person = person(request.getPathInfo()).orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        Identifier identifier =
                new Identifier(field(request, "kind"), field(request, "scope"), field(request, "value"));
        Notice notice =
                people.by(Doing.of(request)).unjoin(identifier, person.id()) ? Notice.UNJOINED : Notice.NOT_JOINED;
        response.sendRedirect(notice.at("/admin/people/" + person.id()), HttpServletResponse.SC_SEE_OTHER);
    }

    private static String field(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        if (value == null) {
            throw new RequestFailure(Reason.BAD_INPUT);
        }
        return value;
    }

    private Optional<Person> person(@Nullable String path) {
        return Paging.uuid(path == null ? null : path.substring(1)).flatMap(people::find);
    }
}
