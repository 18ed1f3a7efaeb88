package org.laurelbridge.bridge.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.fetch.OwnDocuments;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.ob3.Ob3Signer;
import org.laurelbridge.bridge.verify.report.Line;
import org.laurelbridge.bridge.verify.report.Reason;
import org.laurelbridge.bridge.verify.report.Report;
import org.laurelbridge.bridge.verify.report.Verdict;

/** The ways in which a badge is presented. */
class VerifierTest {

    private static final String LINK = "https://badges.example.org/awards/1/badge";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final byte[] SVG = "\uFEFF <svg/>".getBytes(StandardCharsets.UTF_8);

    private final IssuerIdentity ours = Issued.issuer(Issued.PUBLIC);
    private final String badge = new Ob3Signer(ours).sign(Issued.earned(null), Issued.issuance());
    private final Web web = new Web();

    @Test
    void pasted_isALinkOrTheBadgeItself() {
        assertThat(Presented.pasted(" " + LINK + "\n")).isEqualTo(new Presented.Link(LINK));
        assertThat(Presented.pasted(" " + badge)).isEqualTo(new Presented.Text(badge));
        assertThat(Presented.pasted("https://a and more")).isInstanceOf(Presented.Text.class);
        assertThat(Presented.pasted("badges.example.org/awards/1/badge")).isEqualTo(new Presented.Link(LINK));
        assertThat(Presented.pasted("eyJhbGciOiJFUzI1NiJ9.e30.c2ln")).isInstanceOf(Presented.Text.class);
    }

    @Test
    void text_thatIsNeither_isSaidToBeNeither() {
        assertThat(reason(verifier(null, null).verify(Presented.pasted("a badge of mine"))))
                .isEqualTo(Reason.NO_LINK);
        assertThat(reason(verifier(null, null).verify(Presented.pasted("{")))).isEqualTo(Reason.NOT_JSON);
    }

    @Test
    void file_ofText_isRead() {
        byte[] file = ("\uFEFF" + badge + "\n").getBytes(StandardCharsets.UTF_8);

        assertThat(verifier(null, null).verify(new Presented.File(file)).verdict())
                .isEqualTo(Verdict.GENUINE);
        assertThat(verifier(null, null).verify(new Presented.File(new byte[0])).verdict())
                .isEqualTo(Verdict.UNREADABLE);
    }

    @Test
    void picture_holdsTheBadge() {
        for (byte[] picture : new byte[][] {PNG, SVG}) {
            Report report = verifier(badge, null).verify(new Presented.File(picture));

            assertThat(report.verdict()).isEqualTo(Verdict.GENUINE);
            assertThat(report.lines().get(0).reason()).isEqualTo(Reason.PICTURE_HOLDS);
        }
    }

    @Test
    void picture_holdsNothing_orIsBroken() {
        assertThat(reason(verifier(null, null).verify(new Presented.File(PNG)))).isEqualTo(Reason.PICTURE_EMPTY);
        Report broken = verifier(null, "it ends in the middle").verify(new Presented.File(PNG));
        assertThat(broken.decisive().sentence()).isEqualTo("The picture cannot be read: it ends in the middle.");
    }

    @Test
    void picture_holdsALink_thatIsFollowedOnce() {
        web.put(LINK, badge);
        assertThat(verifier(LINK, null).verify(new Presented.File(PNG)).verdict())
                .isEqualTo(Verdict.GENUINE);

        web.put(LINK, "<svg/>");
        assertThat(verifier(LINK, null).verify(new Presented.Link(LINK)).verdict())
                .isEqualTo(Verdict.UNREADABLE);
    }

    @Test
    void link_toWhatIsNoBadge_saysSo() {
        web.put(LINK, "<!doctype html><html><body>my badge</body></html>");
        assertThat(reason(verifier(null, null).verify(new Presented.Link(LINK))))
                .isEqualTo(Reason.LINK_PAGE);

        web.put(LINK, 404, "");
        assertThat(reason(verifier(null, null).verify(new Presented.Link(LINK))))
                .isEqualTo(Reason.LINK_STATUS);
        assertThat(verifier(null, null).verify(new Presented.Link(LINK)).verdict())
                .isEqualTo(Verdict.UNCHECKED);
    }

    private static Reason reason(Report report) {
        Line decisive = report.decisive();
        return decisive.reason();
    }

    private Verifier verifier(@Nullable String held, @Nullable String trouble) {
        return new Verifier(ours, OwnDocuments.NONE, web, picture -> new Pictures.Held(held, trouble), web::now);
    }
}
