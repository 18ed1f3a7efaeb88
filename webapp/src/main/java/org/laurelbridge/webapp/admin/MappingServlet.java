package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.map.SeenPairs.Seen;
import org.laurelbridge.bridge.run.Run;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.mapping.Mapping;
import org.laurelbridge.mapping.MappingReader;
import org.laurelbridge.webapp.admin.MappingDesk.Became;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;

/** {@code /admin/mapping}: what statements mean, made from those that came last. */
public final class MappingServlet extends HttpServlet {
    static final String HERE = "/admin/mapping";
    private static final int LONGEST = 100_000;

    private final transient MappingDesk desk;
    private final transient Sessions sessions;
    private final transient Pages pages;

    public MappingServlet(MappingDesk desk, Sessions sessions, Pages pages) {
        this.desk = desk;
        this.sessions = sessions;
        this.pages = pages;
    }

    /**
     * What a form brought of it.
     *
     * @param stand of its being put in force; null where that was not asked for
     */
    private record Look(
            String text,
            boolean chosen,
            String byHand,
            boolean isTried,
            List<String> problems,
            Became.@Nullable Waiting waiting,
            @Nullable Stand stand) {
        static Look at(String text) {
            return new Look(text, false, "", false, List.of(), null, null);
        }

        static Look wrong(String text, List<String> problems) {
            return new Look(text, false, "", true, problems, null, null);
        }

        List<MappingPage.Wrong> wrong() {
            return problems.stream()
                    .map(problem -> MappingPage.Wrong.of(problem, text))
                    .toList();
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<Seen> pairs = desk.seen().list();
        Optional<Run> run = desk.run(visitor(request), request.getParameter("run"));
        if (run.isPresent()) {
            tell(request, response, pairs, run.get());
            return;
        }
        show(request, response, pairs, Look.at(MappingDraft.of(desk.rules()).text()));
    }

    /** The document with a line for the pair of which the button was used; nothing is saved. */
    private Look adding(String text, String mark, HttpServletRequest request, HttpServletResponse response) {
        String[] parts = mark.split(" ", 4);
        if (parts.length < 4) {
            throw new RequestFailure(Reason.BAD_INPUT);
        }
        List<Seen> pairs = desk.seen().list();
        Seen pair = pairs.stream()
                .filter(one -> one.verb().equals(parts[1]) && one.type().equals(parts[3]))
                .max(Comparator.comparing(one -> one.object().equals(parts[2])))
                .orElseThrow(() -> new RequestFailure(Reason.CONFLICT));
        Kind kind = new Kind(String.valueOf(request.getParameter("kind-" + parts[0])));
        if (!kinds(text).contains(kind.name())) {
            kind = KindGuess.of(pair.newest().statement(), "").kind();
        }
        String title = names(List.of(pair), response).of(pair).object();
        MappingDraft draft = new MappingDraft(text);
        MappingDraft chosen = draft.choosing(pair, kind, title, MappingDraft.of(desk.rules()));
        return chosen == null
                ? new Look(text, false, kind + ": [\"" + pair.verb() + "\"]", true, List.of(), null, null)
                : tried(chosen.text(), !chosen.equals(draft));
    }

    private SeenNames names(List<Seen> pairs, HttpServletResponse response) {
        return SeenNames.of(pairs, desk.log(), pages.words(response).tag());
    }

    /** The canonical ones, then those that a document adds. */
    private static List<String> kinds(String text) {
        List<String> kinds =
                new ArrayList<>(Kind.CANONICAL.stream().map(Kind::name).toList());
        MappingReader.read(MappingDraft.FILE, text)
                .mapping()
                .ifPresent(mapping -> mapping.ownKinds().forEach(kind -> kinds.add(kind.name())));
        return kinds;
    }

    private static Look tried(String text, boolean chosen) {
        List<String> problems = MappingReader.read(MappingDraft.FILE, text).problems().stream()
                .map(String::valueOf)
                .toList();
        return new Look(text, chosen, "", problems.isEmpty(), problems, null, null);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String text = request.getParameter("text");
        if (text == null || text.length() > LONGEST) {
            throw new RequestFailure(Reason.BAD_INPUT);
        }
        Look look = tried(text.replace("\r\n", "\n"), false);
        String mark = request.getParameter("add");
        if (mark != null) {
            Look added = look.problems().isEmpty() ? adding(look.text(), mark, request, response) : look;
            response.setStatus(
                    added.problems().isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST);
            show(request, response, desk.seen().list(), added);
            return;
        }
        String action = String.valueOf(request.getParameter("do"));
        if (look.problems().isEmpty() && !action.equals("try")) {
            UUID id = desk.save(
                    visitor(request), look.text(), action.equals("accept") ? plan(request) : 0, Doing.of(request));
            Optional<Run> ended = desk.run(visitor(request), id.toString())
                    .filter(run -> desk.became(run).isPresent());
            if (ended.isPresent()) {
                tell(request, response, desk.seen().list(), ended.get());
            } else {
                response.sendRedirect(HERE + "?run=" + id, HttpServletResponse.SC_SEE_OTHER);
            }
            return;
        }
        response.setStatus(look.problems().isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST);
        show(request, response, desk.seen().list(), look);
    }

    /** How far it is, or what became of it. */
    private void tell(HttpServletRequest request, HttpServletResponse response, List<Seen> pairs, Run run)
            throws IOException {
        Became became = desk.became(run).orElse(null);
        String text = run.asked().document();
        if (became instanceof Became.InForce) {
            response.sendRedirect(Notice.MAPPING_SAVED.at(HERE), HttpServletResponse.SC_SEE_OTHER);
        } else if (became instanceof Became.Overtaken) {
            throw new RequestFailure(Reason.CONFLICT);
        } else if (became instanceof Became.Wrong wrong) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            show(request, response, pairs, Look.wrong(text, wrong.problems()));
        } else if (became instanceof Became.Waiting waiting) {
            show(request, response, pairs, new Look(text, false, "", true, List.of(), waiting, null));
        } else {
            show(request, response, pairs, new Look(text, false, "", true, List.of(), null, Stand.of(run, desk.now())));
        }
    }

    /** The plan that was looked at. */
    private static long plan(HttpServletRequest request) {
        String plan = String.valueOf(request.getParameter("plan"));
        if (!plan.matches("[0-9]{1,18}")) {
            throw new RequestFailure(Reason.BAD_INPUT);
        }
        return Long.parseLong(plan);
    }

    private Visitor visitor(HttpServletRequest request) {
        return sessions.visitor(request).orElseThrow();
    }

    private void show(HttpServletRequest request, HttpServletResponse response, List<Seen> pairs, Look look)
            throws IOException {
        Mapping now = desk.rules().current().mapping();
        Mapping then = look.isTried()
                ? MappingReader.read(MappingDraft.FILE, look.text()).mapping().orElse(now)
                : now;
        MappingDraft draft = new MappingDraft(look.text());
        List<MappingPage.Pair> lines = new ArrayList<>();
        SeenNames names = names(pairs, response);
        List<String> kinds = kinds(look.text());
        for (Seen pair : pairs) {
            List<Fact> facts = then.map(pair.newest()).facts();
            Kind kind = then.kind(pair.newest().statement());
            lines.add(new MappingPage.Pair(
                    lines.size(),
                    pair.verb(),
                    pair.type(),
                    pair.count(),
                    pair.object(),
                    meaning(now, pair),
                    meaning(then, pair),
                    !facts.isEmpty()
                            && facts.stream().noneMatch(fact -> fact.kind().equals(Kind.OTHER)),
                    facts.stream()
                            .mapToInt(fact -> draft.line(fact.activity()))
                            .max()
                            .orElse(0),
                    names.of(pair),
                    kind.equals(Kind.OTHER)
                            ? KindGuess.of(
                                    pair.newest().statement(), names.of(pair).verb())
                            : null,
                    kind.name(),
                    kinds));
        }
        Frame frame = Frame.of(request, sessions, desk.now());
        Errands.allowScript(response);
        pages.show(
                response,
                "admin/mapping.jte",
                new MappingPage(
                        frame,
                        lines,
                        look.text(),
                        look.chosen(),
                        look.byHand(),
                        look.isTried(),
                        request.getMethod().equals("POST")
                                && ("try".equals(request.getParameter("do")) || request.getParameter("add") != null),
                        look.wrong(),
                        look.waiting(),
                        look.stand()));
    }

    /** As {@code passed k8s-quiz, 80 %}; what is not used of it is told by the diagnostics. */
    private static String meaning(Mapping mapping, Seen pair) {
        return mapping.map(pair.newest()).facts().stream()
                .map(fact -> fact.kind().name() + " " + fact.activity()
                        + (fact.percent() == null ? "" : ", " + fact.percent()))
                .sorted()
                .collect(Collectors.joining("; "));
    }
}
