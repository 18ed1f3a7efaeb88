package org.laurelbridge.webapp.verify;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.laurelbridge.bridge.issue.Addresses.IssuerForm;
import org.laurelbridge.bridge.issue.Addresses.IssuerPlace;
import org.laurelbridge.bridge.issue.Addresses.KeyForm;
import org.laurelbridge.bridge.issue.Addresses.KeyPlace;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.KeyDocuments;
import org.laurelbridge.bridge.issue.ob2.RevocationList;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import tools.jackson.databind.node.ObjectNode;

/** {@code /issuer/…}: who issues, and the keys by which others check it. */
public final class IssuerServlet extends HttpServlet {
    // a badge may be signed by a new key, or taken back, at any moment
    private static final String CACHED = "public, max-age=30";

    private final transient IssuerIdentity issuer;
    private final transient KeyDocuments documents;
    private final transient RevocationList revoked;
    private final transient Pages pages;

    public IssuerServlet(IssuerIdentity issuer, RevocationList revoked, Pages pages) {
        this.issuer = issuer;
        this.documents = new KeyDocuments(issuer);
        this.revoked = revoked;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Place.any(request) instanceof KeyPlace key) {
            var document = key.form() == KeyForm.OB2 ? documents.ob2Key(key.id()) : documents.key(key.id());
            send(request, response, document.orElseThrow(IssuerServlet::nothing));
            return;
        }
        IssuerForm form = Place.of(request, IssuerPlace.class).form();
        switch (form) {
            case OB2 -> send(request, response, issuer.toOb2());
            case OB2_REVOKED -> PublicAnswer.send(request, response, PublicAnswer.JSON, CACHED, revoked.get());
            case DID -> send(request, response, documents.did().orElseThrow(IssuerServlet::nothing));
            case JWKS -> send(request, response, documents.jwks());
            case PAGE -> page(request, response);
        }
    }

    private void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (PublicAnswer.isForProgram(request, response)) {
            send(request, response, issuer.toOb3());
            return;
        }
        response.setHeader("Cache-Control", "no-cache");
        pages.show(response, "verify/issuer.jte", IssuerPage.of(issuer));
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, ObjectNode document)
            throws IOException {
        PublicAnswer.send(request, response, PublicAnswer.JSON, CACHED, document.toString());
    }

    private static RequestFailure nothing() {
        return new RequestFailure(Reason.NOT_FOUND);
    }
}
