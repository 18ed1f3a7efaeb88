package org.laurelbridge.webapp.learner;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.deliver.mail.MailBook;
import org.laurelbridge.bridge.deliver.mail.MailKind;
import org.laurelbridge.bridge.deliver.mail.MailWords;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.admin.Notice;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;

/** {@code /my/mail}: which mails a learner gets, and in which language. */
public final class MyMailServlet extends HttpServlet {
    private static final String HERE = "/my/mail";

    private final transient MailBook book;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;
    private final Locale usual;

    /** @param usual the language of whom none is known */
    public MyMailServlet(MailBook book, Locale usual, Sessions sessions, Pages pages, InstantSource clock) {
        this.book = book;
        this.usual = usual;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Visitor visitor = sessions.visitor(request).orElseThrow();
        Set<MailKind> refused = book.refused(learner(visitor));
        Locale language = Objects.requireNonNullElse(book.language(visitor.account()), usual);
        List<MyMailPage.Kind> kinds = kinds().stream()
                .map(kind -> new MyMailPage.Kind(kind.word(), "my.mail.kind." + kind.word(), !refused.contains(kind)))
                .toList();
        List<MyMailPage.Language> languages = MailWords.LANGUAGES.stream()
                .map(one -> new MyMailPage.Language(
                        one.toLanguageTag(),
                        one.getDisplayLanguage(one),
                        one.getLanguage().equals(language.getLanguage())))
                .toList();
        pages.show(
                response,
                "my/mail.jte",
                new MyMailPage(
                        MyFrame.of(request, sessions),
                        book.address(learner(visitor)).orElse(null),
                        kinds,
                        languages));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Visitor visitor = sessions.visitor(request).orElseThrow();
        Locale language = language(request.getParameter("language"));
        List<String> wanted =
                Arrays.asList(Objects.requireNonNullElse(request.getParameterValues("kind"), new String[0]));
        for (MailKind kind : kinds()) {
            book.by(Doing.of(request)).refuse(learner(visitor), kind, !wanted.contains(kind.word()), clock.instant());
        }
        book.read(visitor.account(), language, true, clock.instant());
        response.sendRedirect(Notice.MAIL_SAVED.at(HERE), HttpServletResponse.SC_SEE_OTHER);
    }

    private static Locale language(@Nullable String tag) {
        return MailWords.LANGUAGES.stream()
                .filter(one -> one.toLanguageTag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new RequestFailure(Reason.BAD_INPUT));
    }

    private static List<MailKind> kinds() {
        return Arrays.stream(MailKind.values())
                .filter(kind -> !kind.isForDeciders())
                .toList();
    }

    /** Its guard let in nobody else. */
    private static UUID learner(Visitor visitor) {
        return visitor.learner().map(PersonId::value).orElseThrow();
    }
}
