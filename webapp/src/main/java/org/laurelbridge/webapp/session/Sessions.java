package org.laurelbridge.webapp.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Accounts;
import org.laurelbridge.bridge.account.BrowserSession;
import org.laurelbridge.bridge.account.BrowserSession.Holder;
import org.laurelbridge.bridge.account.BrowserSession.Kind;
import org.laurelbridge.bridge.account.BrowserSessions;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.secret.SecretBox;

/**
 * Who is signed in with a browser. Sessions are kept in the database and nothing in memory, so that any node serves anyone. A
 * session ends with what it was begun with: an account that is disabled, a token that is revoked.
 */
public final class Sessions {
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
    private static final String CURRENT = Sessions.class.getName();
    private static final String BEGUN = CURRENT + ".begun";

    private final BrowserSessions kept;
    private final Accounts accounts;
    private final Administrators administrators;
    private final Terms terms;
    private final OwnCookie cookie;
    private final WindowTicket tickets;
    private final Mask mask = new Mask();
    private final StrangersForm strangersForm;
    private final ReadersLanguage languages;
    private final InstantSource clock;
    private Waiting waiting = Waiting.NOTHING;

    /** @param box seals what takes a session to a window */
    public Sessions(
            BrowserSessions kept,
            Accounts accounts,
            Administrators administrators,
            Terms terms,
            SecretBox box,
            InstantSource clock) {
        this.kept = kept;
        this.accounts = accounts;
        this.administrators = administrators;
        this.terms = terms;
        this.cookie = new OwnCookie("laurel" + terms.mark(), terms.isSecure(), OwnCookie.Travels.WITH_LINKS);
        this.tickets = new WindowTicket(box, clock);
        this.strangersForm = new StrangersForm(terms.isSecure());
        this.languages = new ReadersLanguage(terms.isSecure());
        this.clock = clock;
    }

    /** From now on these counts stand in menus. */
    public Sessions counting(Waiting counts) {
        this.waiting = counts;
        return this;
    }

    /** What waits for who is signed in, in a part of the site. */
    public Waiting.Counts waiting(HttpServletRequest request, Area area) {
        return visitor(request).map(visitor -> waiting.of(visitor, area)).orElseGet(() -> new Waiting.Counts(0, 0));
    }

    /** Places of a bar, without those that have nothing to show yet. */
    public List<Area.Place> shown(List<Area.Place> places) {
        return places.contains(Area.BOARD) && !waiting.hasBoards()
                ? places.stream().filter(place -> !place.equals(Area.BOARD)).toList()
                : places;
    }

    /**
     * How sessions are kept.
     *
     * @param idle how long one lasts without a request
     * @param absolute how long one lasts
     * @param isSecure its cookie travels over https alone
     * @param mark what its cookie's name ends in, so that another installation at the same host keeps one of its own
     */
    public record Terms(Duration idle, Duration absolute, boolean isSecure, String mark) {
        public Terms(Duration idle, Duration absolute, boolean isSecure) {
            this(idle, absolute, isSecure, "");
        }

        /** Of an installation that is known by an address; browsers tell hosts apart, not ports (RFC 6265 §8.5). */
        public static Terms of(Duration idle, Duration absolute, URI publicUrl) {
            String place = (publicUrl.getPort() < 0 ? "" : "-" + publicUrl.getPort())
                    + publicUrl.getRawPath().replaceAll("[^A-Za-z0-9]+", "-");
            return new Terms(idle, absolute, "https".equals(publicUrl.getScheme()), place);
        }
    }

    /** A session with who is signed in, as it was found for a request. */
    private record Current(BrowserSession session, Visitor visitor) {}

    /** Whether the request carries an administrator's token as a bearer token (RFC 6750 §2.1). */
    public boolean hasBearer(HttpServletRequest request) {
        return bearer(request).isPresent();
    }

    private Optional<UUID> bearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? administrators.find(header.substring(7).trim())
                : Optional.empty();
    }

    /** Who does what a request asks for: by its bearer token, else by its session; a stranger where it has neither. */
    Doer doer(HttpServletRequest request) {
        String origin = String.valueOf(request.getRemoteAddr());
        return bearer(request)
                .flatMap(administrators::holder)
                .map(name -> Doer.of(Doer.Kind.TOKEN, name, origin))
                .or(() -> current(request).map(current -> doer(current, origin)))
                .orElseGet(() -> Doer.of(Doer.Kind.STRANGER, "", origin));
    }

    private static Doer doer(Current current, String origin) {
        Visitor visitor = current.visitor();
        return current.session().holder().kind() == Kind.ACCOUNT
                ? Doer.account(visitor.account(), visitor.name(), origin)
                : Doer.of(Doer.Kind.TOKEN, visitor.name(), origin);
    }

    /** Signs a browser in when the token is an administrator's. */
    public boolean signIn(String token, HttpServletRequest request, HttpServletResponse response) {
        Optional<UUID> mark = administrators.find(token.trim());
        mark.ifPresent(found -> begin(
                new Holder(Kind.TOKEN, found),
                Doing.by(request, Doer.Kind.TOKEN, administrators.holder(found).orElse("")),
                request,
                response));
        return mark.isPresent();
    }

    /** Signs a browser in to an account, which is not disabled. */
    public void signIn(Account account, HttpServletRequest request, HttpServletResponse response) {
        Doer doer = Doer.account(account.id(), account.name(), String.valueOf(request.getRemoteAddr()));
        begin(new Holder(Kind.ACCOUNT, account.id()), doer, request, response);
    }

    /** What opens a window with the same session, from a page inside another site's; empty when nobody is signed in. */
    public Optional<String> ticket(HttpServletRequest request) {
        return token(request).filter(token -> find(token).isPresent()).map(tickets::of);
    }

    /** Signs a browser in as the page was that gave it the ticket, and no longer; nothing when the ticket or that session is over. */
    public void goOn(String ticket, HttpServletRequest request, HttpServletResponse response) {
        tickets.open(ticket)
                .flatMap(this::find)
                .ifPresent(current -> begin(
                        current.session().holder(),
                        doer(current, String.valueOf(request.getRemoteAddr())),
                        current.session().end(),
                        request,
                        response));
    }

    private void begin(Holder holder, Doer doer, HttpServletRequest request, HttpServletResponse response) {
        begin(holder, doer, clock.instant().plus(terms.absolute()), request, response);
    }

    // always with a token of its own: one that somebody planted in the browser before is worth nothing
    private void begin(
            Holder holder, Doer doer, Instant end, HttpServletRequest request, HttpServletResponse response) {
        BrowserSessions by = kept.by(doer);
        cookie.at(request).read(request).ifPresent(by::end);
        String token = by.begin(holder, clock.instant(), end);
        cookie.at(request).put(response, token);
        request.setAttribute(BEGUN, token);
        request.removeAttribute(CURRENT);
        waiting.forget(holder.id());
    }

    // one that has just begun is not yet in the browser
    private Optional<String> token(HttpServletRequest request) {
        return request.getAttribute(BEGUN) instanceof String begun
                ? Optional.of(begun)
                : cookie.at(request).read(request);
    }

    /** Signs this browser out. */
    public void signOut(HttpServletRequest request, HttpServletResponse response) {
        cookie.at(request).read(request).ifPresent(kept.by(doer(request))::end);
        cookie.at(request).remove(response);
        request.removeAttribute(BEGUN);
        request.removeAttribute(CURRENT);
    }

    /** Signs this visitor out, in every browser. */
    public void signOutEverywhere(HttpServletRequest request, HttpServletResponse response) {
        current(request)
                .ifPresent(current ->
                        kept.by(doer(request)).endAll(current.session().holder()));
        signOut(request, response);
    }

    /** Who is signed in; empty for nobody. */
    public Optional<Visitor> visitor(HttpServletRequest request) {
        return current(request).map(Current::visitor);
    }

    /** Says, whenever it is asked, whether the session of a request still stands; asking keeps none alive. */
    public BooleanSupplier standing(HttpServletRequest request) {
        Optional<String> token = token(request);
        return () -> token.flatMap(kept::find)
                .filter(session -> isAlive(session, clock.instant()))
                .flatMap(session -> visitor(session.holder()))
                .isPresent();
    }

    /** Whether an administrator asks. */
    public boolean isAdministrator(HttpServletRequest request) {
        return visitor(request)
                .filter(visitor -> visitor.is(Role.ADMINISTRATOR))
                .isPresent();
    }

    /** Whether the learner asks whose badges are those of this person. */
    public boolean isLearner(HttpServletRequest request, PersonId person) {
        return visitor(request).filter(visitor -> visitor.isLearner(person)).isPresent();
    }

    /** What each form of this session carries in its hidden field "csrf", another text each time. Empty when nobody is signed in. */
    public String formToken(HttpServletRequest request) {
        return current(request)
                .map(current -> mask.put(current.session().formToken()))
                .orElse("");
    }

    /** What this session alone knows, always the same: no page says it. Empty when nobody is signed in. */
    public String ownSecret(HttpServletRequest request) {
        return current(request).map(current -> current.session().formToken()).orElse("");
    }

    /** Whether a posted form came from a page of this session. */
    public boolean isFromOurForm(HttpServletRequest request) {
        visitor(request).map(Visitor::account).ifPresent(waiting::forget);
        return Optional.ofNullable(request.getParameter("csrf"))
                .flatMap(mask::take)
                .filter(sent -> current(request)
                        .filter(current -> same(sent, current.session().formToken()))
                        .isPresent())
                .isPresent();
    }

    /** The forms of who is not signed in yet. */
    public StrangersForm strangersForm() {
        return strangersForm;
    }

    /** Which language pages are in. */
    public ReadersLanguage languages() {
        return languages;
    }

    // looked up once for a request: the guard, the page and its forms all ask
    private Optional<Current> current(HttpServletRequest request) {
        if (request.getAttribute(CURRENT) instanceof Current found) {
            return Optional.of(found);
        }
        Optional<Current> current = token(request).flatMap(this::find);
        current.ifPresent(found -> request.setAttribute(CURRENT, found));
        return current;
    }

    private Optional<Current> find(String token) {
        Instant now = clock.instant();
        Optional<Current> found = kept.find(token)
                .filter(session -> isAlive(session, now))
                .flatMap(session -> visitor(session.holder()).map(visitor -> new Current(session, visitor)));
        found.filter(current -> !now.isBefore(current.session().seen().plus(SEEN_EVERY)))
                .ifPresent(current -> kept.see(token, now));
        return found;
    }

    private boolean isAlive(BrowserSession session, Instant now) {
        return now.isBefore(session.end()) && now.isBefore(session.seen().plus(terms.idle()));
    }

    private Optional<Visitor> visitor(Holder holder) {
        return switch (holder.kind()) {
            case ACCOUNT ->
                accounts.find(holder.id())
                        .filter(account -> !account.isDisabled())
                        .map(Visitor::of);
            case TOKEN ->
                administrators
                        .holder(holder.id())
                        .map(name -> new Visitor(holder.id(), name, Set.of(Role.ADMINISTRATOR), Optional.empty()));
        };
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
