package org.laurelbridge.bridge.subject;

import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.issue.Addresses.AwardForm;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.Earnings;
import org.laurelbridge.bridge.issue.form.AwardFiles;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.words.Catalog;

/**
 * Writes everything that is kept of a person into one ZIP file: JSON for programs, badges in their forms with pictures, and a page
 * for people that needs no network. Written as it is read, so that neither is ever in memory as a whole.
 */
public final class Exporting {
    private static final List<AwardForm> FORMS =
            List.of(AwardForm.OB3, AwardForm.OB3_JWT, AwardForm.OB2_JWS, AwardForm.PNG, AwardForm.SVG);
    private static final int PAGE = 100;
    private static final String STATEMENTS = "statements";

    private final PersonalData data;
    private final Awards awards;
    private final Earnings earnings;
    private final Supplier<AwardFiles> files;
    private final Function<String, Set<String>> homePages;
    private final InstantSource clock;

    /** @param homePages on which an account's name is a person's identifier of a kind, by the mapping in force */
    public Exporting(
            PersonalData data,
            Awards awards,
            Earnings earnings,
            Supplier<AwardFiles> files,
            Function<String, Set<String>> homePages,
            InstantSource clock) {
        this.data = data;
        this.awards = awards;
        this.earnings = earnings;
        this.files = files;
        this.homePages = homePages;
        this.clock = clock;
    }

    /** Whom it would be about; empty when there is no such person. */
    public Optional<Subject> find(PersonId person) {
        return data.find(person, homePages);
    }

    /** The same, for whoever gets the file: that they do is in the audit log before they have it. */
    public Optional<Subject> handOut(PersonId person, Doer doer) {
        Optional<Subject> subject = find(person);
        subject.ifPresent(one -> data.tellHandedOut(one, doer));
        return subject;
    }

    /**
     * Writes the file, and leaves the stream open.
     *
     * @param language of what is for people in it
     * @param told of every part that is done, by its name
     */
    public void write(Subject subject, Locale language, OutputStream out, Consumer<String> told) throws IOException {
        Catalog words = Catalog.of(Page.WORDS, language);
        try (Archive archive = new Archive(out)) {
            archive.array(STATEMENTS, words.say("kind." + STATEMENTS), rows -> data.eachStatement(subject, rows));
            told.accept(STATEMENTS);
            for (PersonalData.Kind kind : data.kinds()) {
                archive.array(kind.name(), words.say("kind." + kind.name()), rows -> data.each(kind, subject, rows));
                told.accept(kind.name());
            }
            data.eachReceived(
                    subject, badge -> archive.text("received/" + badge.id() + "." + badge.form(), badge.content()));
            Page page = new Page(subject, clock.instant(), words);
            badges(new PersonId(subject.people().get(0)), archive, page);
            told.accept("badges");
            archive.text("manifest.json", archive.manifest(clock.instant()));
            archive.text("index.html", page.html(archive.parts()));
        }
    }

    private void badges(PersonId person, Archive archive, Page page) {
        List<Award> some = awards.list(null, person, null, PAGE);
        while (!some.isEmpty()) {
            some.forEach(award -> badge(award, archive, page));
            some = awards.list(null, person, some.get(some.size() - 1).id(), PAGE);
        }
    }

    private void badge(Award award, Archive archive, Page page) {
        Optional<Earned> earned = earnings.find(award.credential().value());
        String folder = "badges/" + award.badge() + "-" + award.id() + "/";
        String picture = "";
        if (earned.isPresent() && earned.get().standing().holds()) {
            for (AwardForm form : FORMS) {
                Optional<byte[]> file = files.get().find(earned.get(), form);
                file.ifPresent(bytes -> archive.file(folder + form.file(), bytes));
                picture = form == AwardForm.PNG && file.isPresent() ? folder + form.file() : picture;
            }
        }
        page.badge(award, earned.map(one -> one.achievement().name()).orElse(award.badge()), picture);
    }
}
