package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.plan.NotRight;
import org.laurelbridge.bridge.award.plan.Overtaken;
import org.laurelbridge.bridge.award.plan.Planner;
import org.laurelbridge.bridge.award.plan.Progress;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.map.SeenPairs;
import org.laurelbridge.bridge.map.SeenPairs.Seen;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.mapping.Mapping;
import org.laurelbridge.mapping.MappingReader;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.words.Saying;

/** {@code /admin/mapping}: what statements mean, made from those that came last. */
public final class MappingServlet extends HttpServlet {
    static final String HERE = "/admin/mapping";
    private static final int LONGEST = 100_000;

    private final transient SeenPairs seen;
    private final transient RuleBook rules;
    private final transient Planner planner;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public MappingServlet(
            SeenPairs seen, RuleBook rules, Planner planner, Sessions sessions, Pages pages, InstantSource clock) {
        this.seen = seen;
        this.rules = rules;
        this.planner = planner;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    /** What a form brought of it. */
    private record Look(
            String text,
            boolean chosen,
            boolean isTried,
            List<String> problems,
            @Nullable Saying waiting) {
        static Look at(String text) {
            return new Look(text, false, false, List.of(), null);
        }

        List<MappingPage.Wrong> wrong() {
            return problems.stream()
                    .map(problem -> MappingPage.Wrong.of(problem, text))
                    .toList();
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<Seen> pairs = seen.list();
        MappingDraft draft = MappingDraft.of(rules);
        String verb = request.getParameter("verb");
        String type = request.getParameter("type");
        String object = request.getParameter("object");
        List<Seen> alike = pairs.stream()
                .filter(one -> one.verb().equals(verb) && one.type().equals(type == null ? "" : type))
                .toList();
        Optional<Seen> pair = alike.stream()
                .filter(one -> one.object().equals(object))
                .findFirst()
                .or(() -> alike.stream().findFirst());
        if (pair.isEmpty()) {
            show(request, response, pairs, Look.at(draft.text()));
            return;
        }
        MappingDraft chosen = draft.choosing(pair.get());
        show(request, response, pairs, tried(chosen.text(), !chosen.equals(draft)));
    }

    private static Look tried(String text, boolean chosen) {
        List<String> problems = MappingReader.read(MappingDraft.FILE, text).problems().stream()
                .map(String::valueOf)
                .toList();
        return new Look(text, chosen, problems.isEmpty(), problems, null);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String text = request.getParameter("text");
        if (text == null || text.length() > LONGEST) {
            throw new RequestFailure(Reason.BAD_INPUT);
        }
        Look look = tried(text.replace("\r\n", "\n"), false);
        String action = String.valueOf(request.getParameter("do"));
        if (look.problems().isEmpty() && !action.equals("try")) {
            look = save(request, look, action.equals("accept"));
            if (look == null) {
                response.sendRedirect(Notice.MAPPING_SAVED.at(HERE), HttpServletResponse.SC_SEE_OTHER);
                return;
            }
        }
        response.setStatus(look.problems().isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST);
        show(request, response, seen.list(), look);
    }

    /** Null when it is in force. */
    private @Nullable Look save(HttpServletRequest request, Look look, boolean accept) {
        List<RuleText> texts = new ArrayList<>(rules.export());
        texts.removeIf(text -> text.file().startsWith("mapping-"));
        texts.add(0, new RuleText(MappingDraft.FILE, look.text()));
        try {
            Planner.Applied applied = planner.by(Doing.of(request)).apply(texts, accept, Progress.NONE);
            return applied instanceof Planner.Applied.Waiting waiting
                    ? new Look(
                            look.text(),
                            false,
                            true,
                            List.of(),
                            Saying.of(
                                    "set-up.mapping.waiting",
                                    waiting.plan().gains(),
                                    waiting.plan().losses(),
                                    waiting.plan().moves()))
                    : null;
        } catch (NotRight wrong) {
            List<String> problems =
                    wrong.problems().stream().map(String::valueOf).toList();
            return new Look(look.text(), false, true, problems, null);
        } catch (Overtaken overtaken) {
            throw new RequestFailure(Reason.CONFLICT);
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response, List<Seen> pairs, Look look)
            throws IOException {
        Mapping now = rules.current().mapping();
        Mapping then = look.isTried()
                ? MappingReader.read(MappingDraft.FILE, look.text()).mapping().orElse(now)
                : now;
        MappingDraft draft = new MappingDraft(look.text());
        List<MappingPage.Pair> lines = new ArrayList<>();
        for (Seen pair : pairs) {
            List<Fact> facts = then.map(pair.newest()).facts();
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
                            .orElse(0)));
        }
        Frame frame = Frame.of(request, sessions, clock.instant());
        pages.show(
                response,
                "admin/mapping.jte",
                new MappingPage(
                        frame,
                        lines,
                        look.text(),
                        look.chosen(),
                        look.isTried(),
                        request.getMethod().equals("POST") && "try".equals(request.getParameter("do")),
                        look.wrong(),
                        look.waiting()));
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
