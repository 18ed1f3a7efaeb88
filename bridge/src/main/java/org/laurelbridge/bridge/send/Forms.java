package org.laurelbridge.bridge.send;

import java.util.Optional;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.issue.Credentials;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.Earnings;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.Sharing;
import org.laurelbridge.bridge.issue.Standing;
import org.laurelbridge.bridge.issue.ob2.Ob2Signer;
import org.laurelbridge.bridge.issue.ob2.Ob2Writer;

/** What of an award goes to a host of each version: what its learner would take away herself. */
public final class Forms {

    private static final Form SOON = new Form.NotYet("the badge is being signed");

    private final Earnings earnings;
    private final Credentials credentials;
    private final Sharing.Choices sharing;
    private final IssuerIdentity issuer;

    public Forms(Earnings earnings, Credentials credentials, Sharing.Choices sharing, IssuerIdentity issuer) {
        this.earnings = earnings;
        this.credentials = credentials;
        this.sharing = sharing;
        this.issuer = issuer;
    }

    /** The newest form. Of what was taken back it is the last that was signed: its status says the rest. */
    public Form of(Award award, Version version) {
        Optional<Earned> earned = earnings.find(award.credential().value());
        if (earned.isEmpty()) {
            return new Form.None("the badge was not given");
        }
        return switch (version) {
            case OB3 ->
                credentials
                        .find(award.credential())
                        .<Form>map(Form.Credential::new)
                        .orElse(SOON);
            case OB2 -> ob2(award, earned.get());
        };
    }

    /** Hosted where the learner agreed that anyone may fetch it, else signed. */
    private Form ob2(Award award, Earned earned) {
        if (!issuer.issuesOb2()) {
            return new Form.None("this host takes Open Badges 2.0 alone, which need an e-mail address of the issuer");
        }
        if (sharing.find(award.id()).hosted()) {
            return earned.standing().kind() == Standing.Kind.SUSPENDED
                    ? new Form.None("the badge is suspended: Open Badges 2.0 has no word for that")
                    : new Form.Hosted(
                            new Ob2Writer(issuer.addresses()).hosted(earned).toString());
        }
        return issuer.isTrial()
                ? new Form.None("this host takes Open Badges 2.0 alone: open the hosted form of the badge first")
                : new Form.Signed(new Ob2Signer(issuer).sign(earned));
    }
}
