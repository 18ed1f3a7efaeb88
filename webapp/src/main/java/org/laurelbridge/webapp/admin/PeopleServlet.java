package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Sessions;

/** {@code /admin/people}: everyone, or who is called so, a page at a time. */
public final class PeopleServlet extends HttpServlet {
    private static final int LONGEST = 300;

    private final transient People people;
    private final transient Awards awards;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public PeopleServlet(People people, Awards awards, Sessions sessions, Pages pages, InstantSource clock) {
        this.people = people;
        this.awards = awards;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name =
                Objects.requireNonNullElse(request.getParameter("name"), "").strip();
        String page = Objects.requireNonNullElse(request.getParameter("page"), "1");
        if (name.length() > LONGEST || !page.matches("[1-9][0-9]{0,5}")) {
            throw new RequestFailure(Reason.BAD_INPUT);
        }
        int number = Integer.parseInt(page);
        List<Person> found = people.search(name, (number - 1) * PeoplePage.SHOWN, PeoplePage.SHOWN + 1);
        Map<PersonId, Long> badges =
                awards.countHeld(found.stream().map(Person::id).toList(), clock.instant());
        List<PeoplePage.Line> lines = found.stream()
                .map(person -> PeoplePage.line(person, badges.getOrDefault(person.id(), 0L)))
                .toList();
        Frame frame = Frame.of(request, sessions, clock.instant());
        pages.show(response, "admin/people.jte", PeoplePage.of(frame, name, lines, number));
    }
}
