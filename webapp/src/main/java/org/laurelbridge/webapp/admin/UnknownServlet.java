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
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.record.JoinSheet;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.People.UnknownActor;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.mapping.Mapping;
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
    private final transient Supplier<Mapping> mapping;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    /** @param mapping that is in force, which knows what activities are called */
    public UnknownServlet(
            People people, Supplier<Mapping> mapping, Sessions sessions, Pages pages, InstantSource clock) {
        this.people = people;
        this.mapping = mapping;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PeoplePage.Line joined = Paging.uuid(request, "person")
                .flatMap(people::find)
                .map(person -> PeoplePage.line(person, 0))
                .orElse(null);
        show(request, response, null, joined, null);
    }

    private void show(
            HttpServletRequest request,
            HttpServletResponse response,
            UnknownPage.@Nullable Report report,
            PeoplePage.@Nullable Line joined,
            UnknownPage.@Nullable Choice choice)
            throws IOException {
        Frame frame = Frame.of(request, sessions, clock.instant());
        List<UnknownActor> found = people.listUnknown(UnknownPage.SHOWN + 1);
        List<Identifier> actors = found.stream().map(UnknownActor::identifier).toList();
        UnknownPage page = UnknownPage.of(
                frame, found, people.newestWaiting(actors, UnknownPage.DEEDS), mapping.get(), pages.words(response));
        pages.show(response, "admin/unknown.jte", page.with(report, joined, choice));
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
        String typed = field(request, "person").strip();
        Whom whom = Whom.of(people, typed);
        if (whom.meant().isEmpty() && !whom.like().isEmpty()) {
            List<PeoplePage.Line> lines = whom.like().stream()
                    .map(person -> PeoplePage.line(person, 0))
                    .toList();
            show(request, response, null, null, new UnknownPage.Choice(actor, Known.as(actor), typed, lines));
            return;
        }
        String there = whom.meant()
                .map(person -> join(actor, person.id(), Doing.of(request)))
                .orElseGet(() -> Notice.NO_SUCH_PERSON.at(HERE));
        response.sendRedirect(there, HttpServletResponse.SC_SEE_OTHER);
    }

    private void readFile(HttpServletRequest request, HttpServletResponse response, Part file) throws IOException {
        try (Reader csv = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            UnknownPage.Report report =
                    UnknownPage.Report.of(new JoinSheet(people.by(Doing.of(request)), clock).read(csv));
            if (!report.isGood()) {
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            }
            show(request, response, report, null, null);
        }
    }

    /** Where to go on. */
    private String join(Identifier actor, PersonId person, Doer doer) {
        try {
            people.by(doer).join(actor, person, clock.instant());
            return Notice.JOINED.at(HERE) + "&person=" + person;
        } catch (People.IdentifiersDisagree disagree) {
            return Notice.DISAGREE.at(HERE);
        }
    }

    private static String field(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        if (value == null) {
            throw new RequestFailure(Reason.BAD_INPUT);
        }
        return value;
    }
}
