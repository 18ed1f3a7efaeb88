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
     * @param title the key of it; with {@code .hint} behind it, of who reads it
     */
    public record Group(String title, List<Download> downloads) {}

    /**
     * A file.
     *
     * @param label the key of what it is
     * @param file its name on the reader's disk
     */
    public record Download(String label, String path, String file) {}

    /** The specifications, in this order. */
    private enum Kind {
        BADGE_3("verify.take.badge-3"),
        RECORD("verify.take.record"),
        BADGE_2("verify.take.badge-2");

        private final String title;

        Kind(String title) {
            this.title = title;
        }
    }

    /** What is offered, in this order. */
    private enum Offer {
        PNG("verify.take.png", AwardForm.PNG, Kind.BADGE_3),
        SVG("verify.take.svg", AwardForm.SVG, Kind.BADGE_3),
        JSON("verify.take.json", AwardForm.OB3, Kind.BADGE_3),
        JWT("verify.take.jwt", AwardForm.OB3_JWT, Kind.BADGE_3),
        RECORD_PNG("verify.take.png", AwardForm.CLR_PNG, Kind.RECORD),
        RECORD_SVG("verify.take.svg", AwardForm.CLR_SVG, Kind.RECORD),
        RECORD_JSON("verify.take.json", AwardForm.CLR, Kind.RECORD),
        RECORD_JWT("verify.take.jwt", AwardForm.CLR_JWT, Kind.RECORD),
        PNG_2("verify.take.png", AwardForm.OB2_PNG, Kind.BADGE_2),
        SVG_2("verify.take.svg", AwardForm.OB2_SVG, Kind.BADGE_2),
        JWS_2("verify.take.signed", AwardForm.OB2_JWS, Kind.BADGE_2),
        JSON_2("verify.take.hosted", AwardForm.OB2, Kind.BADGE_2);

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
                addresses.award(earned.credential(), offer.form).getRawPath(),
                earned.achievement().badge() + "-" + offer.form.file());
    }
}
