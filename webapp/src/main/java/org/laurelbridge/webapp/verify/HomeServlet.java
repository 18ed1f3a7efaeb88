package org.laurelbridge.webapp.verify;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.issue.Addresses.BadgeForm;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.server.Leaf;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.words.Words;

/** {@code /}: the badges in force, as a wall of pictures. */
public final class HomeServlet extends HttpServlet {
    private final transient Supplier<List<Badge>> inForce;
    private final transient IssuerIdentity issuer;
    private final transient Pages pages;

    public HomeServlet(Supplier<List<Badge>> inForce, IssuerIdentity issuer, Pages pages) {
        this.inForce = inForce;
        this.issuer = issuer;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Words words = pages.words(response);
        Leaf<HomePage.Badge> badges =
                Leaf.of(request, words.byTitle(inForce.get()), words::title).map(badge -> badge(badge, words));
        response.setHeader("Cache-Control", "no-cache");
        pages.show(response, "verify/home.jte", new HomePage(issuer.profile().name(), issuer.isTrial(), badges));
    }

    private HomePage.Badge badge(Badge badge, Words words) {
        Addresses addresses = issuer.addresses();
        return new HomePage.Badge(
                words.title(badge),
                words.lang(badge),
                addresses.badge(badge.id()).getRawPath(),
                addresses.badge(badge.id(), badge.version(), BadgeForm.PICTURE).getRawPath());
    }
}
