package org.laurelbridge.bridge.verify.own;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.issue.Addresses.AwardForm;
import org.laurelbridge.bridge.issue.Addresses.AwardPlace;
import org.laurelbridge.bridge.issue.Credentials;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.Earnings;
import org.laurelbridge.bridge.issue.Sharing;
import org.laurelbridge.bridge.issue.Standing;
import org.laurelbridge.bridge.issue.ob2.Ob2Writer;
import org.laurelbridge.bridge.verify.fetch.OwnDocuments.Own;

/** Awards of ours, as far as anybody may see them. One that was taken back is still read, so that it can be said of which badge. */
public final class OwnAwards {
    private static final Own NOTHING = new Own(404, new byte[0]);
    private static final int GONE = 410;

    private final Addresses addresses;
    private final Awards awards;
    private final Earnings earnings;
    private final Credentials credentials;
    private final Sharing.Choices choices;

    public OwnAwards(
            Addresses addresses, Awards awards, Earnings earnings, Credentials credentials, Sharing.Choices choices) {
        this.addresses = addresses;
        this.awards = awards;
        this.earnings = earnings;
        this.credentials = credentials;
        this.choices = choices;
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
        return place.form() == AwardForm.PAGE || place.form() == AwardForm.OB3
                ? credentials.find(place.award()).map(OwnAddresses::good).orElse(NOTHING)
                : NOTHING;
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
