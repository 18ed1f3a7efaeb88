package org.laurelbridge.webapp.admin;

import java.net.URI;
import java.time.InstantSource;
import org.laurelbridge.bridge.Entrance;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Accounts;
import org.laurelbridge.bridge.account.BrowserSession.Holder;
import org.laurelbridge.bridge.account.BrowserSession.Kind;
import org.laurelbridge.bridge.account.BrowserSessions;
import org.laurelbridge.bridge.account.PasswordLinks;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.lti.LtiPlatforms;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.webapp.words.Saying;

/**
 * What the pages of accounts work with.
 *
 * @param publicUrl of this installation, for links that leave it
 */
public record UserDesk(
        Entrance entrance,
        Accounts accounts,
        BrowserSessions sessions,
        People people,
        LtiPlatforms platforms,
        URI publicUrl,
        InstantSource clock)
        implements Recorded<UserDesk> {

    @Override
    public UserDesk by(Doer doer) {
        return new UserDesk(
                entrance.by(doer), accounts.by(doer), sessions.by(doer), people, platforms, publicUrl, clock);
    }

    void signOut(Account account) {
        sessions.endAll(new Holder(Kind.ACCOUNT, account.id()));
    }

    /** A new link by which an account gets a password. */
    Once link(Account account) {
        var now = clock.instant();
        String token = entrance.passwordLinks().give(account.id(), now);
        return new Once(
                Saying.of("admin.link.title", account.name()),
                Saying.of("admin.link.label"),
                publicUrl.toString().replaceFirst("/+$", "") + PasswordLinkServlet.HERE + "?link=" + token,
                Saying.of("admin.link.note", now.plus(PasswordLinks.LENGTH)));
    }
}
