package org.laurelbridge.webapp.verify;

import java.util.List;
import java.util.stream.Stream;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.issue.Addresses.AwardForm;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.form.AwardFiles;

/** The forms of an award to take away, by the version of Open Badges that reads them. */
public final class AwardDownloads {
    private AwardDownloads() {}

    /**
     * Forms of one version.
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

    /** What is offered, in this order. */
    private enum Offer {
        PNG("Picture (PNG)", AwardForm.PNG, true),
        SVG("Drawing (SVG)", AwardForm.SVG, true),
        JSON("JSON", AwardForm.OB3, true),
        JWT("JWT", AwardForm.OB3_JWT, true),
        RECORD("Record with its badges (CLR 2.0)", AwardForm.CLR, true),
        PNG_2("Picture (PNG)", AwardForm.OB2_PNG, false),
        SVG_2("Drawing (SVG)", AwardForm.OB2_SVG, false),
        JWS_2("Signed", AwardForm.OB2_JWS, false),
        JSON_2("Hosted", AwardForm.OB2, false);

        private final String label;
        private final AwardForm form;
        private final boolean isOf3;

        Offer(String label, AwardForm form, boolean isOf3) {
            this.label = label;
            this.form = form;
            this.isOf3 = isOf3;
        }

        boolean isOf3() {
            return isOf3;
        }
    }

    /**
     * The forms of an award that stands; none of one that was taken back.
     *
     * @param isSigned its credential is there, of which all forms of 3.0 are made
     * @param isHosted anyone may fetch the hosted form, without which it is worth nothing
     */
    static List<Group> of(Earned earned, Addresses addresses, AwardFiles files, boolean isSigned, boolean isHosted) {
        if (!earned.standing().holds()) {
            return List.of();
        }
        List<Offer> offers = Stream.of(Offer.values())
                .filter(offer -> files.offers(offer.form))
                .filter(offer -> offer.form != AwardForm.CLR || files.isStack(earned))
                .filter(offer -> isSigned || !offer.isOf3())
                .filter(offer -> isHosted || offer.form != AwardForm.OB2)
                .toList();
        return Stream.of(
                        group(
                                "Open Badge 3.0",
                                "for wallets and newer backpacks",
                                earned,
                                addresses,
                                offers.stream().filter(Offer::isOf3).toList()),
                        group(
                                "Open Badge 2.0",
                                "for backpacks and platforms of today",
                                earned,
                                addresses,
                                offers.stream().filter(offer -> !offer.isOf3()).toList()))
                .filter(group -> !group.downloads().isEmpty())
                .toList();
    }

    private static Group group(String title, String hint, Earned earned, Addresses addresses, List<Offer> offers) {
        return new Group(
                title,
                hint,
                offers.stream()
                        .map(offer -> new Download(
                                offer.label,
                                title + ": " + offer.label,
                                addresses.award(earned.credential(), offer.form).getRawPath(),
                                earned.achievement().badge() + "-" + offer.form.file()))
                        .toList());
    }
}
