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
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Sessions;

/** {@code /admin/people/{id}}: a person, their badges, and what is missing for the others. */
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
        pages.show(response, "admin/person.jte", standings.page(frame, person));
    }

    private Optional<Person> person(@Nullable String path) {
        return Paging.uuid(path == null ? null : path.substring(1)).flatMap(people::find);
    }
}
