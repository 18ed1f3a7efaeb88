package org.laurelbridge.webapp.admin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;
import org.laurelbridge.bridge.DataSubjects;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.subject.Erasing;
import org.laurelbridge.bridge.subject.Report;
import org.laurelbridge.bridge.subject.Subject;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.server.ZipAnswer;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;

/**
 * {@code /admin/people/{id}/export.zip}: everything that is kept of a person; {@code …/erase}: asks before they are erased, for
 * administrators alone. Anything else below {@code /admin/people} is the page of the person.
 */
public final class PersonDataServlet extends HttpServlet {
    private static final String EXPORT = "export.zip";
    private static final String ERASE = "erase";

    private final PersonServlet page;
    private final transient DataSubjects subjects;
    private final transient People people;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public PersonDataServlet(
            PersonServlet page,
            DataSubjects subjects,
            People people,
            Sessions sessions,
            Pages pages,
            InstantSource clock) {
        this.page = page;
        this.subjects = subjects;
        this.people = people;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        switch (what(request)) {
            case EXPORT -> export(request, response);
            case ERASE -> ask(request, response);
            default -> page.service(request, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!what(request).equals(ERASE)) {
            page.service(request, response);
            return;
        }
        Person person = person(request);
        boolean isConfirmed = ErasePage.word(person)
                .equals(String.valueOf(request.getParameter("word")).strip());
        Erasing theirs = subjects.erasing().by(Doing.of(request));
        if (isConfirmed) {
            theirs.begin(person.id());
        } else {
            theirs.refuse(person.id());
        }
        String next = isConfirmed
                ? Notice.ERASING.at("/admin/erasures")
                : Notice.NOT_CONFIRMED.at("/admin/people/" + person.id() + "/" + ERASE);
        response.sendRedirect(next, HttpServletResponse.SC_SEE_OTHER);
    }

    private void export(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Person person = person(request);
        Subject subject =
                subjects.exporting().handOut(person.id(), Doing.of(request)).orElseThrow(PersonDataServlet::nothing);
        Locale language = pages.words(response).locale();
        ZipAnswer.send(
                response,
                "laurel-person-" + person.id() + ".zip",
                out -> subjects.exporting().write(subject, language, out, part -> {}));
    }

    private void ask(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Person person = person(request);
        Report report = subjects.erasing().foresee(person.id()).orElseThrow(PersonDataServlet::nothing);
        Frame frame = Frame.of(request, sessions, clock.instant());
        pages.show(response, "admin/erase.jte", ErasePage.of(frame, person, report));
    }

    /** The last word of {@code /{id}/word}; empty for any other path. */
    private static String what(HttpServletRequest request) {
        String[] parts = String.valueOf(request.getPathInfo()).split("/", -1);
        return parts.length == 3 ? parts[2] : "";
    }

    private Person person(HttpServletRequest request) {
        if (!sessions.isAdministrator(request)) {
            throw new RequestFailure(Reason.NOT_YOURS);
        }
        return Paging.uuid(request.getPathInfo().split("/", -1)[1])
                .flatMap(people::find)
                .orElseThrow(PersonDataServlet::nothing);
    }

    private static RequestFailure nothing() {
        return new RequestFailure(Reason.NOT_FOUND);
    }
}
