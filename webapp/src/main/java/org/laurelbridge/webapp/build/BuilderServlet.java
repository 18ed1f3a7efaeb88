package org.laurelbridge.webapp.build;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Background;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.run.Runner.Begun;
import org.laurelbridge.build.Change;
import org.laurelbridge.build.Posted;
import org.laurelbridge.build.Several;
import org.laurelbridge.build.Sheet;
import org.laurelbridge.document.Problems;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.admin.Frame;
import org.laurelbridge.webapp.admin.Notice;
import org.laurelbridge.webapp.build.BuildDesk.Prepared;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;
import org.laurelbridge.webapp.teach.TeachFrame;
import org.laurelbridge.webapp.words.Saying;
import org.laurelbridge.xapi.Problem;

/**
 * {@code /admin/rules/…} and {@code /teach/rules/…}: a rule is built by choosing. Every button sends the whole form and gets it back,
 * so that it works without a script, and nothing is kept here between.
 */
public final class BuilderServlet extends HttpServlet {
    private static final String POLICY = "Content-Security-Policy";

    private final transient Building building;
    private final transient RunDesk runs;
    private final transient Sessions sessions;
    private final transient Pages pages;

    public BuilderServlet(Building building, Background background, Sessions sessions, Pages pages) {
        this.building = building;
        this.runs = new RunDesk(building.desk(), background);
        this.sessions = sessions;
        this.pages = pages;
    }

    /** Who builds what where. */
    private record Asked(
            Visitor visitor,
            Ground ground,
            @Nullable String id,
            @Nullable Badge badge,
            @Nullable String draft) {
        /** What was tried goes on from the version in force. */
        Sheet again(Sheet sheet) {
            return badge == null
                    ? sheet
                    : named(sheet)
                            .with("version", String.valueOf(badge.version()))
                            .without("applies");
        }

        /** For whom the draft is. */
        Optional<Underway> meant() {
            return Optional.ofNullable(draft)
                    .flatMap(text -> Sheet.read("draft", text, new Problems()))
                    .flatMap(this::meant);
        }

        /** For whom the version after the one in force is, by a text. */
        Optional<Underway> meant(Sheet sheet) {
            return badge == null ? Optional.empty() : Underway.said(sheet, badge.version());
        }

        /** Without that: it is chosen beside the text. */
        Sheet plain(Sheet sheet) {
            return meant(sheet).isPresent() ? sheet.without("applies") : sheet;
        }

        /** A badge in force keeps its id, whatever was sent. */
        Sheet named(Sheet sheet) {
            return badge == null ? sheet : sheet.with("id", badge.id());
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Asked asked = asked(request);
        Optional<Sheet> tried = runs.find(asked.visitor(), request.getParameter("run"))
                .flatMap(run -> Sheet.read("run", run.asked().document(), new Problems()));
        Optional<Come> again = tried.map(sheet ->
                Come.with(asked.again(sheet)).meantFor(Underway.said(sheet, 0).orElse(null)));
        show(request, response, asked, again.orElseGet(() -> opened(asked)));
    }

    private Come opened(Asked asked) {
        if (asked.draft() != null) {
            return Come.with(Sheet.read("draft", asked.draft(), new Problems())
                            .map(asked::plain)
                            .orElseGet(Sheet::blank))
                    .meantFor(asked.meant().orElse(null));
        }
        Badge badge = asked.badge();
        return badge == null
                ? Come.saying(building.blank(asked.ground()), Saying.of("watching.fresh"))
                : Come.with(BuildDesk.sheet(badge));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Asked asked = asked(request);
        Map<String, String> form = form(request);
        Sheet sent = Posted.read(form);
        Sheet sheet = asked.named(sent);
        String wish = form.getOrDefault("do", "look");
        Optional<Come> changed = changed(sheet, wish, form);
        if (changed.isPresent()) {
            show(request, response, asked, changed.get());
            return;
        }
        switch (wish.replaceFirst(":[0-9]{1,18}$", "")) {
            case "look" -> show(request, response, asked, Come.with(sheet));
            case "find" -> {
                List<Skills.Found> skills = building.skills().find(form.getOrDefault("skill", ""), building.now());
                show(request, response, asked, Come.with(sheet).at("skill").finding(skills));
            }
            case "take" -> show(request, response, asked, taken(asked, sheet, form.getOrDefault("yaml", "")));
            case "draft" -> {
                if (!building.keep(asked.visitor(), meaning(asked, sheet, form), Doing.of(request))) {
                    show(request, response, asked, Come.saying(sheet, Saying.of("watching.refused.no-id")));
                    return;
                }
                leave(response, asked.ground(), sheet.values().getOrDefault("id", ""), Notice.RULE_KEPT);
            }
            case "save", "accept" -> save(request, response, asked, sheet, form);
            case "try" -> tryOut(request, response, asked, sheet, form);
            default -> throw new RequestFailure(Reason.BAD_INPUT);
        }
    }

    /** What a button makes of the rows; empty for another button. */
    private Optional<Come> changed(Sheet sheet, String wish, Map<String, String> form) {
        Optional<Several> several = Several.read(wish, form);
        if (several.isPresent()) {
            Sheet changed = several.get().to(sheet);
            return Optional.of(after(sheet, changed, several.get().next(changed)));
        }
        Optional<Map<String, String>> skill = building.skills().taken(wish, building.now());
        if (skill.isPresent()) {
            return Optional.of(Come.with(sheet.alignedWith(skill.get())).at("skill"));
        }
        return Change.read(wish).map(change -> {
            Sheet changed = change.to(sheet);
            return after(sheet, changed, change.next(changed));
        });
    }

    private static Come after(Sheet before, Sheet changed, String next) {
        boolean isFull = changed.equals(before) && before.rows() >= Change.MOST_ROWS - 1;
        Come come = isFull
                ? Come.saying(before, Saying.of("watching.refused.large", Change.MOST_ROWS))
                : Come.with(changed);
        return come.at(next);
    }

    private static Come taken(Asked asked, Sheet before, String text) {
        Problems problems = new Problems();
        return Sheet.read("rule", text.replace("\r\n", "\n"), problems)
                .map(asked::named)
                .map(sheet -> Come.with(asked.plain(sheet))
                        .judged()
                        .meantFor(asked.meant(sheet).orElse(null)))
                .orElseGet(() -> Come.refused(before, text, problems.list(), null));
    }

    /** With the choice for whom it is, so that a draft keeps that, too. */
    private static Sheet meaning(Asked asked, Sheet sheet, Map<String, String> form) {
        Badge badge = asked.badge();
        return badge == null
                ? sheet
                : chosen(form)
                        .applies(badge.version() + 1)
                        .map(said -> sheet.saying("applies", said))
                        .orElse(asked.plain(sheet));
    }

    private static Underway chosen(Map<String, String> form) {
        return Underway.of(form.getOrDefault(Underway.KEY, "")).orElse(Underway.ALL);
    }

    private void save(
            HttpServletRequest request,
            HttpServletResponse response,
            Asked asked,
            Sheet sheet,
            Map<String, String> form)
            throws IOException {
        Prepared prepared = prepare(asked, sheet, form, false);
        if (prepared instanceof Prepared.Over over) {
            answer(request, response, asked, sheet, over.saved());
            return;
        }
        Prepared.Ready ready = (Prepared.Ready) prepared;
        Doer doer = Doing.of(request);
        BuildDesk.Wish wish = new BuildDesk.Wish(asked.visitor(), doer, accepted(form.getOrDefault("do", "")));
        Runnable forget = () -> building.forget(asked.visitor(), ready.badge(), doer);
        Begun begun = runs.save(asked.visitor(), asked.ground(), ready, wish, forget);
        Optional<BuildDesk.Saved> saved = runs.saved(begun);
        if (saved.isPresent()) {
            answer(request, response, asked, sheet, saved.get());
        } else {
            follow(request, response, asked, sheet, begun);
        }
    }

    /** The plan that was shown: another one, made of other awards meanwhile, is shown first. */
    private static long accepted(String wish) {
        return wish.matches("accept:[0-9]{1,18}") ? Long.parseLong(wish.substring("accept:".length())) : 0;
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, Asked asked, Sheet sheet, BuildDesk.Saved saved)
            throws IOException {
        if (saved instanceof BuildDesk.Saved.Done done) {
            building.forget(asked.visitor(), done.badge(), Doing.of(request));
            leave(response, asked.ground(), done.badge(), Notice.RULE_SAVED);
        } else if (saved instanceof BuildDesk.Saved.Waits waits) {
            show(request, response, asked, Come.waiting(sheet, waits));
        } else if (saved instanceof BuildDesk.Saved.Overtaken overtaken) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            Sheet again = sheet.with("version", String.valueOf(overtaken.version()));
            show(request, response, asked, Come.saying(again, Saying.of("watching.refused.overtaken")));
        } else {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            BuildDesk.Saved.Refused refused = (BuildDesk.Saved.Refused) saved;
            show(request, response, asked, Come.refused(sheet, sheet.document(), refused.problems(), refused.own()));
        }
    }

    private void tryOut(
            HttpServletRequest request,
            HttpServletResponse response,
            Asked asked,
            Sheet sheet,
            Map<String, String> form)
            throws IOException {
        Prepared prepared = prepare(asked, sheet, form, true);
        if (prepared instanceof Prepared.Ready ready) {
            Locale language = pages.words(response).locale();
            follow(request, response, asked, sheet, runs.tryOut(asked.visitor(), asked.ground(), ready, language));
        } else {
            answer(request, response, asked, sheet, ((Prepared.Over) prepared).saved());
        }
    }

    private Prepared prepare(Asked asked, Sheet sheet, Map<String, String> form, boolean isTrial) {
        if (asked.badge() != null && !building.desk().mayChange(asked.ground(), asked.badge())) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        return building.desk().prepare(asked.ground(), sheet, asked.badge(), chosen(form), isTrial);
    }

    /** To the page of a run, or back when too much is under way. */
    private void follow(HttpServletRequest request, HttpServletResponse response, Asked asked, Sheet sheet, Begun begun)
            throws IOException {
        if (begun instanceof Begun.Going going) {
            response.sendRedirect(asked.ground().run(going.id()), HttpServletResponse.SC_SEE_OTHER);
            return;
        }
        boolean isEnough = begun instanceof Begun.Enough;
        response.setStatus((isEnough ? Reason.ENOUGH : Reason.UNAVAILABLE).status());
        String why = isEnough ? "watching.refused.enough" : "watching.refused.busy";
        show(request, response, asked, Come.saying(sheet, Saying.of(why)));
    }

    private static void leave(HttpServletResponse response, Ground ground, String badge, Notice notice)
            throws IOException {
        response.sendRedirect(notice.at(ground.of(badge)), HttpServletResponse.SC_SEE_OTHER);
    }

    private Asked asked(HttpServletRequest request) {
        Visitor visitor = sessions.visitor(request).orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        Building.Address address = building.address(request.getServletPath(), request.getPathInfo(), visitor)
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        String id = address.badge();
        if (id == null) {
            return new Asked(visitor, address.ground(), null, null, null);
        }
        Badge badge = building.desk().find(address.ground(), id).orElse(null);
        String draft = building.draft(visitor, id).orElse(null);
        if (badge == null && draft == null) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        return new Asked(visitor, address.ground(), id, badge, draft);
    }

    private static Map<String, String> form(HttpServletRequest request) {
        Map<String, String> form = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> form.put(name, values[0]));
        return form;
    }

    private void show(HttpServletRequest request, HttpServletResponse response, Asked asked, Come come)
            throws IOException {
        Locale language = pages.words(response).locale();
        Unmapped unmapped = building.desk().unmapped(asked.ground());
        BuildDesk.Look look = building.desk().look(come.sheet(), unmapped, language);
        Badge badge = asked.badge();
        boolean isAdmin = asked.ground().taught() == null;
        boolean isJudged = come.isJudged() || "yes".equals(request.getParameter("judged"));
        List<Problem> problems =
                come.problems() != null ? come.problems() : isJudged ? look.problems() : List.<Problem>of();
        BuilderView view = new BuilderView(
                isAdmin ? Frame.of(request, sessions, building.now()) : null,
                isAdmin ? null : TeachFrame.of(request, sessions),
                request.getRequestURI(),
                asked.ground().back(),
                badge == null ? null : badge.title(),
                badge == null || building.desk().mayChange(asked.ground(), badge),
                come.sheet(),
                come.text(),
                look.sentence(),
                problems,
                isJudged,
                come.own(),
                building.offered(unmapped),
                asked.id() == null ? building.others(asked.ground(), asked.visitor()) : List.of(),
                come.focus(),
                come.waits(),
                asked.draft() != null,
                come.underway() != null
                        ? come.underway()
                        : Underway.of(String.valueOf(request.getParameter(Underway.KEY)))
                                .orElse(Underway.ALL),
                badge == null ? null : inForce(request, asked.ground(), badge),
                come.skills(),
                request.getMethod().equals("POST") || request.getParameter("run") != null,
                badge == null
                        ? building.was(asked.ground(), asked.visitor(), come.sheet(), pages.words(response))
                        : Map.of());
        allowScript(response);
        pages.show(response, "build/builder.jte", view);
    }

    private BuilderView.InForce inForce(HttpServletRequest request, Ground ground, Badge badge) {
        boolean isNew = Notice.asked(request) == Notice.RULE_SAVED;
        return new BuilderView.InForce(
                badge.version(),
                Underway.said(BuildDesk.sheet(badge), badge.version() - 1).orElse(Underway.ALL),
                isNew,
                isNew ? building.holders(ground, badge.id()) : 0,
                ground.holders(badge.id()));
    }

    /** Its script asks here, and nowhere else. */
    static void allowScript(HttpServletResponse response) {
        response.setHeader(POLICY, response.getHeader(POLICY) + "; connect-src 'self'");
    }
}
