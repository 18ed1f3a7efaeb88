package org.laurelbridge.webapp.verify;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.AwardIds;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.bridge.issue.Credentials;
import org.laurelbridge.bridge.issue.Earnings;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.Salts;
import org.laurelbridge.bridge.issue.Sharing;
import org.laurelbridge.bridge.issue.form.AwardFiles;
import org.laurelbridge.bridge.issue.form.Stacks;
import org.laurelbridge.bridge.issue.ob2.RevocationList;
import org.laurelbridge.bridge.issue.ob3.CheckedProofs;
import org.laurelbridge.bridge.issue.ob3.Ob3Signer;
import org.laurelbridge.bridge.issue.picture.BadgePictures;
import org.laurelbridge.bridge.issue.picture.Letters;
import org.laurelbridge.bridge.issue.picture.Pictures;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.session.Sessions;

/** An award of Ada with a real signature, on public pages. */
abstract class PublicPagesCase {
    static final PersonId PERSON = new PersonId(UUID.fromString("11111111-2222-4333-8444-555555555555"));
    static final String AWARD = "/awards/" + Issued.AWARD;

    final IssuerIdentity issuer = Issued.issuer(Issued.PUBLIC);
    final Awards awards = mock(Awards.class);
    final People people = mock(People.class);
    final Credentials credentials = mock(Credentials.class);
    final Sharing.Choices choices = mock(Sharing.Choices.class);
    final Earnings earnings = new Earnings(
            awards, people, this::achievement, new AwardIds(new byte[32]), new Salts(new byte[32]), choices::find);
    Achievement achievement = Issued.achievement();
    final Site site = new Site((sessions, pages) -> routes(issuer, sessions, pages));

    Optional<Achievement> achievement(String badge, int version) {
        return badge.equals(achievement.badge()) && version == 1 ? Optional.of(achievement) : Optional.empty();
    }

    List<Route> routes(IssuerIdentity who, Sessions sessions, Pages pages) {
        BadgePictures pictures = new BadgePictures(mock(Pictures.class), Letters.load());
        Stacks stacks = new Stacks(awards, credentials, earnings, badge -> List.of(), who, () -> Site.NOW);
        AwardFiles files = new AwardFiles(credentials, who, pictures, stacks);
        AwardPages awardPages = new AwardPages(
                earnings, credentials, people, who, new CheckedProofs(who), files, pictures, pages, () -> Site.NOW);
        RevocationList revoked = new RevocationList(credentials, earnings, who, () -> Site.NOW);
        AwardServlet shown = new AwardServlet(
                awards, earnings, choices, new AwardForms(files, who, credential -> false), awardPages, sessions);
        return List.of(
                Route.of(Access.PUBLIC, new HomeServlet(List::of, who, pages), ""),
                Route.of(
                        Access.PUBLIC,
                        new BadgeServlet(this::achievement, badge -> 1, who, pages, pictures, about -> List.of()),
                        "/badges/*"),
                Route.of(Access.PUBLIC, shown, "/awards/*"),
                Route.of(Access.PUBLIC, new IssuerServlet(who, revoked, pages), "/issuer", "/issuer/*"));
    }

    @BeforeEach
    void earn() {
        Person ada = new Person(PERSON, "Ada Lovelace", List.of(new Identifier("email", "", "ada@example.org")));
        when(people.find(PERSON.value())).thenReturn(Optional.of(ada));
        when(people.findAlone(PERSON.value())).thenReturn(Optional.of(ada));
        when(credentials.find(any())).thenReturn(Optional.empty());
        when(choices.find(any())).thenReturn(Sharing.UNCHOSEN);
        when(awards.grantee(any())).thenReturn(PERSON);
        holds(AwardStatus.VALID, null, true);
    }

    void holds(AwardStatus status, @Nullable String reason, boolean isPublic) {
        holds(Issued.AWARD, status, reason, isPublic);
    }

    void holds(AwardId id, AwardStatus status, @Nullable String reason, boolean isPublic) {
        Award award = new Award(
                id,
                id,
                1,
                "k8s-quiz",
                PERSON,
                1,
                new Award.Basis(1, 1, Issued.EARNED_AT, null, List.of(UUID.randomUUID()), "{}"),
                new Award.Standing(status, Award.Consent.NONE, null, reason, false),
                isPublic);
        when(awards.find(id.value())).thenReturn(Optional.of(award));
        if (status != AwardStatus.SUPERSEDED) {
            when(awards.find(PERSON, List.of("k8s-quiz"))).thenReturn(Map.of("k8s-quiz", List.of(award)));
        }
    }

    void sign() {
        String signed =
                new Ob3Signer(issuer).sign(earnings.find(Issued.AWARD.value()).orElseThrow(), Issued.issuance());
        when(credentials.find(Issued.AWARD)).thenReturn(Optional.of(signed));
    }

    @AfterEach
    void close() {
        site.close();
    }
}
