package org.laurelbridge.webapp.verify;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.bridge.issue.Achievements;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.issue.Addresses.BadgeEdition;
import org.laurelbridge.bridge.issue.Addresses.BadgeForm;
import org.laurelbridge.bridge.issue.Addresses.BadgePlace;
import org.laurelbridge.bridge.issue.Addresses.NewestBadge;
import org.laurelbridge.bridge.issue.Endorsements;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.ob2.Ob2Writer;
import org.laurelbridge.bridge.issue.ob3.AchievementWriter;
import org.laurelbridge.bridge.issue.picture.BadgePictures;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;

/** {@code /badges/…}: what a badge means, for people and for programs. */
public final class BadgeServlet extends HttpServlet {
    // a version never changes, but its picture's drawing and its issuer's name may
    private static final String CACHED = "public, max-age=300";

    private final transient Achievements achievements;
    private final transient ToIntFunction<String> newestVersion;
    private final transient IssuerIdentity issuer;
    private final transient Pages pages;
    private final transient BadgePictures pictures;
    private final transient Endorsements endorsements;

    /** @param newestVersion of a badge in force; 0 when none is */
    public BadgeServlet(
            Achievements achievements,
            ToIntFunction<String> newestVersion,
            IssuerIdentity issuer,
            Pages pages,
            BadgePictures pictures,
            Endorsements endorsements) {
        this.achievements = achievements;
        this.newestVersion = newestVersion;
        this.issuer = issuer;
        this.pages = pages;
        this.pictures = pictures;
        this.endorsements = endorsements;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        BadgePlace place = place(request);
        Achievement achievement = achievement(request, place).orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        if (place.form() == BadgeForm.PICTURE) {
            PublicAnswer.send(
                    request,
                    response,
                    PublicAnswer.SVG,
                    CACHED,
                    picture(achievement).svg());
        } else if (place.form() == BadgeForm.PICTURE_PNG) {
            PublicAnswer.send(
                    request,
                    response,
                    PublicAnswer.PNG,
                    CACHED,
                    picture(achievement).png());
        } else if (place.form() == BadgeForm.OB2) {
            String document =
                    new Ob2Writer(issuer.addresses()).badgeClass(achievement).toString();
            PublicAnswer.send(request, response, PublicAnswer.JSON, CACHED, document);
        } else if (PublicAnswer.isForProgram(request, response)) {
            String document = new AchievementWriter(issuer, endorsements)
                    .writeAlone(achievement)
                    .toString();
            PublicAnswer.send(request, response, PublicAnswer.JSON, CACHED, document);
        } else {
            response.setHeader("Cache-Control", "no-cache");
            int newest = newestVersion.applyAsInt(achievement.badge());
            boolean isAsked = Place.any(request) instanceof BadgeEdition;
            Achievement shown = isAsked
                    ? achievement
                    : achievements
                            .told(
                                    achievement.badge(),
                                    achievement.version(),
                                    pages.words(response).locale())
                            .orElse(achievement);
            pages.show(response, "verify/badge.jte", BadgePage.of(shown, issuer, newest));
        }
    }

    private BadgePictures.Drawn picture(Achievement achievement) {
        return pictures.of(achievement.badge(), achievement.name());
    }

    /** The badge, or itself in another language where that was asked for. */
    private Optional<Achievement> achievement(HttpServletRequest request, BadgePlace place) {
        Optional<Achievement> found = achievements.find(place.badge(), place.version());
        return Place.any(request) instanceof BadgeEdition edition
                ? found.flatMap(achievement -> achievement.in(edition.language()))
                : found;
    }

    private BadgePlace place(HttpServletRequest request) {
        Addresses.Place any = Place.any(request);
        if (any instanceof NewestBadge newest) {
            return new BadgePlace(newest.badge(), newestVersion.applyAsInt(newest.badge()), BadgeForm.PAGE);
        }
        return any instanceof BadgeEdition edition
                ? new BadgePlace(edition.badge(), edition.version(), BadgeForm.PAGE)
                : Place.of(request, BadgePlace.class);
    }
}
