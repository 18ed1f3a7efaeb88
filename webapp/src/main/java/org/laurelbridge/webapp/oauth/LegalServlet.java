package org.laurelbridge.webapp.oauth;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.laurelbridge.bridge.issue.IssuerIdentity.Profile;
import org.laurelbridge.webapp.server.Pages;

/** {@code /terms} and {@code /privacy}: what applications, and whoever uses them, may expect of this site. */
public final class LegalServlet extends HttpServlet {
    private final transient LegalPage page;
    private final transient Pages pages;

    public LegalServlet(Profile issuer, Pages pages) {
        this.page = new LegalPage(issuer.name(), issuer.url().toString());
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean isTerms = request.getServletPath().equals("/terms");
        pages.show(response, isTerms ? "oauth/terms.jte" : "oauth/privacy.jte", page);
    }
}
