package org.laurelbridge.bridge.lti.register;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.lti.LtiPlatforms;

/** Invites platforms to register Laurel. */
public final class Inviting implements Recorded<Inviting> {
    private final LtiPlatforms platforms;
    private final Invitations invitations;
    private final Set<String> taken;
    private final URI publicUrl;
    private final InstantSource clock;

    /** @param publicUrl of this installation */
    public Inviting(LtiPlatforms platforms, Invitations invitations, URI publicUrl, InstantSource clock) {
        this(platforms, invitations, Set.of(), publicUrl, clock);
    }

    /**
     * The same.
     *
     * @param taken the names of other gradebooks
     * @param publicUrl of this installation
     */
    public Inviting(
            LtiPlatforms platforms, Invitations invitations, Set<String> taken, URI publicUrl, InstantSource clock) {
        this.platforms = platforms;
        this.invitations = invitations;
        this.taken = Set.copyOf(taken);
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    @Override
    public Inviting by(Doer doer) {
        return new Inviting(platforms, invitations.by(doer), taken, publicUrl, clock);
    }

    /** What came of it. */
    public sealed interface Answer {
        /** The one address that the platform's administrator pastes there. It is told this once. */
        record Given(String address, Instant until) implements Answer {}

        /** Why not, in words. */
        record Refused(String why) implements Answer {}
    }

    /** Gives an invitation, unless the name is not right or taken. One that was given for the same name before is ended. */
    public Answer invite(String name, boolean trustsEmail) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > Invitation.LONGEST_NAME) {
            return new Answer.Refused("a name has 1 to " + Invitation.LONGEST_NAME + " characters");
        }
        Instant now = clock.instant();
        if (platforms.list().stream().anyMatch(platform -> platform.name().equals(called))) {
            return new Answer.Refused("there is a platform called " + called + " already");
        }
        if (taken.contains(called)) {
            return new Answer.Refused(
                    "there is a gradebook called " + called + " already, and badges deliver to it by this name");
        }
        String token = invitations.give(new Invitation(called, trustsEmail), now);
        return new Answer.Given(
                publicUrl.toString().replaceFirst("/+$", "") + "/lti/register?invitation=" + token,
                now.plus(Invitations.LENGTH));
    }
}
