package org.laurelbridge.webapp.verify;

import java.util.List;
import java.util.stream.Stream;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.issue.Addresses.AwardForm;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.form.AwardFiles;

/** The forms of an award to take away, by the specification that their readers know. */
public final class AwardDownloads {
    private AwardDownloads() {}

    /**
     * Forms of one specification.
     *
     * @param hint who reads it
     */
    public record Group(String title, String hint, List<Download> downloads) {}

    /**
     * A file.
     *
     * @param label what it is
     * @param spoken the same for those who hear it alone
     * @param file its name on the reader's disk
     */
    public record Download(String label, String spoken, String path, String file) {}

    /** The specifications, in this order. */
    private enum Kind {
        BADGE_3("Open Badge 3.0", "for wallets and newer backpacks"),
        RECORD("Record (CLR 2.0)", "this badge with those it was earned by"),
        BADGE_2("Open Badge 2.0", "for backpacks and platforms of today");

        private final String title;
        private final String hint;

        Kind(String title, String hint) {
            this.title = title;
            this.hint = hint;
        }
    }

    /** What is offered, in this order. */
    private enum Offer {
        PNG("Picture (PNG)", AwardForm.PNG, Kind.BADGE_3),
        SVG("Drawing (SVG)", AwardForm.SVG, Kind.BADGE_3),
        JSON("JSON", AwardForm.OB3, Kind.BADGE_3),
        JWT("JWT", AwardForm.OB3_JWT, Kind.BADGE_3),
        RECORD_PNG("Picture (PNG)", AwardForm.CLR_PNG, Kind.RECORD),
        RECORD_SVG("Drawing (SVG)", AwardForm.CLR_SVG, Kind.RECORD),
        RECORD_JSON("JSON", AwardForm.CLR, Kind.RECORD),
        RECORD_JWT("JWT", AwardForm.CLR_JWT, Kind.RECORD),
        PNG_2("Picture (PNG)", AwardForm.OB2_PNG, Kind.BADGE_2),
        SVG_2("Drawing (SVG)", AwardForm.OB2_SVG, Kind.BADGE_2),
        JWS_2("Signed", AwardForm.OB2_JWS, Kind.BADGE_2),
        JSON_2("Hosted", AwardForm.OB2, Kind.BADGE_2);

        private final String label;
        private final AwardForm form;
        private final Kind kind;

        Offer(String label, AwardForm form, Kind kind) {
            this.label = label;
            this.form = form;
            this.kind = kind;
        }
    }

    /**
     * The forms of an award that stands; none of one that was taken back.
     *
     * @param isSigned its credential is there, of which all forms of 3.0 and records are made
     * @param isHosted anyone may fetch the hosted form, without which it is worth nothing
     */
    static List<Group> of(Earned earned, Addresses addresses, AwardFiles files, boolean isSigned, boolean isHosted) {
        if (!earned.standing().holds()) {
            return List.of();
        }
        List<Offer> offers = Stream.of(Offer.values())
                .filter(offer -> files.offers(offer.form))
                .filter(offer -> offer.kind != Kind.RECORD || files.isStack(earned))
                .filter(offer -> offer.kind == Kind.BADGE_2 || isSigned)
                .filter(offer -> offer.form != AwardForm.OB2 || isHosted)
                .toList();
        return Stream.of(Kind.values())
                .map(kind -> new Group(
                        kind.title,
                        kind.hint,
                        offers.stream()
                                .filter(offer -> offer.kind == kind)
                                .map(offer -> download(offer, earned, addresses))
                                .toList()))
                .filter(group -> !group.downloads().isEmpty())
                .toList();
    }

    private static Download download(Offer offer, Earned earned, Addresses addresses) {
        return new Download(
                offer.label,
                offer.kind.title + ": " + offer.label,
                addresses.award(earned.credential(), offer.form).getRawPath(),
                earned.achievement().badge() + "-" + offer.form.file());
    }
}
