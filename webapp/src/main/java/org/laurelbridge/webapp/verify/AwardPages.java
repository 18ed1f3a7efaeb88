package org.laurelbridge.webapp.verify;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.bridge.issue.Credentials;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.Earnings;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.form.AwardFiles;
import org.laurelbridge.bridge.issue.ob3.CheckedProofs;
import org.laurelbridge.bridge.issue.ob3.Ob3Verifier;
import org.laurelbridge.bridge.issue.picture.BadgePictures;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.verify.AwardPage.Viewer;
import org.laurelbridge.webapp.words.Words;

/** An award for people to look at: its page, and on paper. */
public record AwardPages(
        Earnings earnings,
        Credentials credentials,
        People people,
        IssuerIdentity issuer,
        CheckedProofs proofs,
        AwardFiles files,
        BadgePictures pictures,
        Pages pages,
        InstantSource clock) {

    /** What its learner or an administrator sees more than others is kept nowhere. */
    void show(AwardPage.Viewed viewed, String cached, HttpServletResponse response) throws IOException {
        Ob3Verifier.Verdict proof = credentials
                .find(viewed.earned().credential())
                .map(proofs::verify)
                .orElse(null);
        response.setHeader("Cache-Control", viewed.by() == Viewer.ANYONE ? cached : "no-store");
        AwardStanding standing = new AwardStanding(viewed.award(), viewed.earned(), issuer, clock.instant(), proof);
        Words words = pages.words(response);
        Achievement told = earnings.told(viewed.earned(), words.locale());
        AwardPage page = AwardPage.of(viewed, told, standing, files, replacement(viewed.award()));
        pages.show(response, "verify/award.jte", page);
    }

    // the address of a private award is its learner's to give away
    private @Nullable String replacement(Award award) {
        return earnings.inPlaceOf(award)
                .filter(Award::isPublic)
                .map(other -> issuer.addresses().award(other.credential()).getRawPath())
                .orElse(null);
    }

    void print(Award award, Earned earned, HttpServletResponse response) throws IOException {
        AwardForms.check(earned.standing());
        Words words = pages.words(response);
        byte[] pdf = new CertificatePdf(pages).print(certificate(award, earned, words), words);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/pdf");
        response.setContentLength(pdf.length);
        response.getOutputStream().write(pdf);
    }

    private Certificate certificate(Award award, Earned earned, Words words) {
        Achievement achievement = earnings.told(earned, words.locale());
        Instant expires = earned.expiresAt();
        Optional<Person> person = people.find(award.person().value());
        return new Certificate(
                person.map(Person::name).orElse(null),
                achievement.name(),
                achievement.description(),
                Markdown.html(achievement.criteria(), 2),
                issuer.profile().name(),
                new Moment(earned.earnedAt()),
                expires == null ? null : new Moment(expires.minusSeconds(1)),
                achievement.terms(),
                achievement.align().stream()
                        .map(one -> one.framework() + " " + one.code())
                        .toList(),
                award.isPublic() ? issuer.addresses().award(earned.credential()).toString() : null,
                QrPicture.data(
                        pictures.of(achievement.badge(), achievement.name()).png()));
    }
}
