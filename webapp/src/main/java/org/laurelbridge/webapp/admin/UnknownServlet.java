package org.laurelbridge.webapp.admin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.record.JoinSheet;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;

/** {@code /admin/unknown}: actors whom nobody could place; each can be joined to a person. */
public final class UnknownServlet extends HttpServlet {
    /** The largest file; a larger one goes through the command line. */
    public static final int MOST_UPLOAD = 10_000_000;

    private static final String HERE = "/admin/unknown";

    private final transient People people;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public UnknownServlet(People people, Sessions sessions, Pages pages, InstantSource clock) {
        this.people = people;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, null);
    }

    private void show(HttpServletRequest request, HttpServletResponse response, UnknownPage.@Nullable Report report)
            throws IOException {
        Frame frame = Frame.of(request, sessions, clock.instant());
        pages.show(
                response,
                "admin/unknown.jte",
                UnknownPage.of(frame, people.listUnknown(UnknownPage.SHOWN + 1), report));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String type = request.getContentType();
        Part file = type != null && type.startsWith("multipart/form-data") ? request.getPart("file") : null;
        if (file != null) {
            readFile(request, response, file);
            return;
        }
        Identifier actor = new Identifier(field(request, "kind"), field(request, "scope"), field(request, "value"));
        Notice notice = join(actor, field(request, "person"), Doing.of(request));
        response.sendRedirect(notice.at(HERE), HttpServletResponse.SC_SEE_OTHER);
    }

    private void readFile(HttpServletRequest request, HttpServletResponse response, Part file) throws IOException {
        try (Reader csv = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            UnknownPage.Report report =
                    UnknownPage.Report.of(new JoinSheet(people.by(Doing.of(request)), clock).read(csv));
            if (!report.isGood()) {
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            }
            show(request, response, report);
        }
    }

    private Notice join(Identifier actor, String person, Doer doer) {
        Optional<PersonId> found = find(person.strip());
        if (found.isEmpty()) {
            return Notice.NO_SUCH_PERSON;
        }
        try {
            people.by(doer).join(actor, found.get(), clock.instant());
            return Notice.JOINED;
        } catch (People.IdentifiersDisagree disagree) {
            return Notice.DISAGREE;
        }
    }

    private Optional<PersonId> find(String person) {
        return Paging.uuid(person)
                .map(id -> people.find(id).map(Person::id))
                .orElseGet(() -> people.find(new Identifier("email", "", person.toLowerCase(Locale.ROOT))));
    }

    private static String field(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        if (value == null) {
            throw new RequestFailure(Reason.BAD_INPUT);
        }
        return value;
    }
}
