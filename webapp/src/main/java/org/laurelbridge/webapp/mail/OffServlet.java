package org.laurelbridge.webapp.mail;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Objects;
import org.laurelbridge.bridge.deliver.mail.MailBook;
import org.laurelbridge.bridge.deliver.mail.OffLinks;
import org.laurelbridge.bridge.deliver.mail.OffLinks.Off;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;

/**
 * {@code /mail/off/…}: no more mails of a kind, by the address that stands in each (RFC 8058). Opening it changes nothing, since mail
 * programs and scanners open what they find; a POST does, and needs no sign-in: who has the address got the mail.
 */
public final class OffServlet extends HttpServlet {
    private static final String AGAIN = "again";

    private final transient OffLinks links;
    private final transient MailBook book;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public OffServlet(OffLinks links, MailBook book, Pages pages, InstantSource clock) {
        this.links = links;
        this.book = book;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Off off = off(request);
        show(response, off, book.refused(off.holder()).contains(off.kind()), false);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Off off = off(request);
        boolean refuses = request.getParameter(AGAIN) == null;
        book.by(Doing.of(request)).refuse(off.holder(), off.kind(), refuses, clock.instant());
        show(response, off, refuses, true);
    }

    private Off off(HttpServletRequest request) {
        String path = Objects.requireNonNullElse(request.getPathInfo(), "/");
        return links.read(path.substring(1)).orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }

    private void show(HttpServletResponse response, Off off, boolean isOff, boolean isChanged) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        pages.show(response, "mail-off.jte", new OffPage(off.kind(), isOff, isChanged));
    }
}
