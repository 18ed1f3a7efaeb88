package org.laurelbridge.webapp.lti;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.laurelbridge.bridge.lti.place.Choices.Choice;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.words.Saying;

/**
 * {@code POST /lti/choose}: searches, places or goes back. Who may is who holds the page's token: inside a platform's page the browser
 * may keep no session of ours, and nobody else knows the token.
 */
public final class ChooseServlet extends HttpServlet {
    private final transient DeepLinkingDesk desk;
    private final transient Pages pages;

    public ChooseServlet(DeepLinkingDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        String token = Objects.requireNonNullElse(request.getParameter("token"), "");
        String what = Objects.requireNonNullElse(request.getParameter("do"), "search");
        Optional<Choice> choice = desk.find(token);
        if (choice.isEmpty() && what.equals(WindowPage.WAITING)) {
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
            pages.show(response, "lti/waiting.jte", token);
            return;
        }
        if (choice.isEmpty()) {
            isOver(response);
            return;
        }
        if (what.equals("cancel")) {
            send(response, desk.place(token, Chosen.NOTHING));
            return;
        }
        Chosen chosen = Chosen.of(request);
        List<String> problems = what.equals("place") ? desk.problems(choice.get(), chosen) : List.of();
        if (what.equals("place") && problems.isEmpty()) {
            send(response, desk.place(token, chosen));
            return;
        }
        if (!problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        pages.show(response, "lti/choose.jte", desk.page(choice.get(), token, chosen, problems));
    }

    private void send(HttpServletResponse response, Optional<PlacePage> page) throws IOException {
        if (page.isEmpty()) {
            isOver(response);
            return;
        }
        page.get().allowReturn(response);
        pages.show(response, "lti/place.jte", page.get());
    }

    private void isOver(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_GONE);
        pages.show(response, "lti/refused.jte", RefusedPage.of(Saying.of("lti.why.chosen")));
    }
}
