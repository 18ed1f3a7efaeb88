package org.laurelbridge.bridge.verify.own;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.fetch.OwnDocuments.Own;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.issue.Addresses.AwardForm;
import org.laurelbridge.bridge.issue.Addresses.AwardPlace;
import org.laurelbridge.bridge.issue.Credentials;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.Earnings;
import org.laurelbridge.bridge.issue.Sharing;
import org.laurelbridge.bridge.issue.Standing;
import org.laurelbridge.bridge.issue.ob2.Ob2Writer;

/** Awards of ours, as far as anybody may see them. One that was taken back is still read, so that it can be said of which badge. */
public final class OwnAwards {
    private static final Own NOTHING = new Own(404, new byte[0]);
    private static final int GONE = 410;

    private final Addresses addresses;
    private final Awards awards;
    private final Earnings earnings;
    private final Credentials credentials;
    private final Sharing.Choices choices;
    private final Files files;

    /** The forms of a badge that stands. */
    @FunctionalInterface
    public interface Files {
        /** Empty when there is no such form of it. */
        Optional<byte[]> find(Earned earned, AwardForm form);
    }

    public OwnAwards(
            Addresses addresses,
            Awards awards,
            Earnings earnings,
            Credentials credentials,
            Sharing.Choices choices,
            Files files) {
        this.addresses = addresses;
        this.awards = awards;
        this.earnings = earnings;
        this.credentials = credentials;
        this.choices = choices;
        this.files = files;
    }

    Own find(AwardPlace place) {
        boolean isHosted = place.form() == AwardForm.OB2;
        Optional<Award> seen = awards.find(place.award().value())
                .filter(award -> award.isPublic()
                        || (isHosted && choices.find(award.id()).hosted()));
        if (seen.isEmpty()) {
            return NOTHING;
        }
        if (isHosted) {
            return earnings.find(place.award().value()).map(this::hosted).orElse(NOTHING);
        }
        return switch (place.form()) {
            // all of one credential
            case PAGE, OB3, OB3_JWT, PNG, SVG -> credential(place);
            case OB2_JWS, OB2_PNG, OB2_SVG, CLR, CLR_JWT, CLR_PNG, CLR_SVG -> file(place);
            case OB2, CERTIFICATE -> NOTHING;
        };
    }

    /** How a credential stands, whether anybody may see its award or not: whoever asks has the credential itself. */
    Optional<Standing> standing(AwardId credential) {
        return earnings.find(credential.value()).map(Earned::standing);
    }

    private Own credential(AwardPlace place) {
        return credentials.find(place.award()).map(OwnAddresses::good).orElse(NOTHING);
    }

    /** Of one that was taken back there are no files any more, but its credential says so. */
    private Own file(AwardPlace place) {
        Optional<Earned> earned = earnings.find(place.award().value());
        if (earned.isEmpty() || !earned.get().standing().holds()) {
            return credential(place);
        }
        return files.find(earned.get(), place.form())
                .map(file -> new Own(200, file))
                .orElse(NOTHING);
    }

    private Own hosted(Earned earned) {
        Standing.Kind kind = earned.standing().kind();
        if (kind == Standing.Kind.SUSPENDED) {
            return NOTHING;
        }
        byte[] assertion = new Ob2Writer(addresses).hosted(earned).toString().getBytes(StandardCharsets.UTF_8);
        return new Own(kind == Standing.Kind.STANDS ? 200 : GONE, assertion);
    }
}
