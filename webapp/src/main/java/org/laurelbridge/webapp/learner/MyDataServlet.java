package org.laurelbridge.webapp.learner;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.laurelbridge.bridge.issue.IssuerIdentity.Profile;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.subject.Exporting;
import org.laurelbridge.bridge.subject.Subject;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.server.ZipAnswer;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;

/** {@code /my/data}: says what is kept of a learner, and how to have it erased; {@code /my/data/export.zip} is all of it. */
public final class MyDataServlet extends HttpServlet {
    private final transient Exporting exporting;
    private final transient Profile issuer;
    private final transient Sessions sessions;
    private final transient Pages pages;

    public MyDataServlet(Exporting exporting, Profile issuer, Sessions sessions, Pages pages) {
        this.exporting = exporting;
        this.issuer = issuer;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if (path == null) {
            pages.show(
                    response,
                    "my/data.jte",
                    new MyDataPage(MyFrame.of(request, sessions), issuer.name(), issuer.email()));
        } else if (path.equals("/export.zip")) {
            // its guard let in nobody else
            PersonId learner =
                    sessions.visitor(request).flatMap(Visitor::learner).orElseThrow();
            Subject subject = exporting.handOut(learner, Doing.of(request)).orElseThrow(MyDataServlet::nothing);
            Locale language = pages.words(response).locale();
            ZipAnswer.send(response, "my-data.zip", out -> exporting.write(subject, language, out, part -> {}));
        } else {
            throw nothing();
        }
    }

    private static RequestFailure nothing() {
        return new RequestFailure(Reason.NOT_FOUND);
    }
}
