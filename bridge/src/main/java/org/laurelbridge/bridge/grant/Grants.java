package org.laurelbridge.bridge.grant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.record.PersonId;

/**
 * What learners allowed applications, and the tokens that follow from it. Codes and tokens are random and kept as fingerprints. Any
 * number of nodes may exchange the same code at once: one of them gets tokens.
 */
public interface Grants extends Recorded<Grants> {

    /** Keeps what a learner allows an application; returns the code, which holds for {@link Tokens#CODE}. */
    String allow(Allowance allowance, Instant now);

    /**
     * Exchanges a code, which ends what the learner allowed the application before. One that was exchanged before ends all that it gave (RFC 6749 §4.1.2).
     *
     * @param redirect as it was in the request that the code answers
     * @param verifier of which the challenge was made (RFC 7636 §4.6)
     */
    Exchange redeem(UUID client, String code, String redirect, String verifier, Instant now);

    /**
     * Exchanges a refresh token for new tokens. One that was exchanged before ends all that its learner allowed: somebody has a copy
     * (RFC 9700 §4.14.2); but an application that lost the answer may ask again within {@link Tokens#AGAIN}, as long as nobody used
     * what was in it.
     *
     * @param scopes of the new access token; null for all that was allowed
     */
    Exchange refresh(UUID client, String token, @Nullable Set<Scope> scopes, Instant now);

    /** Whose access token this is; empty when it is none, over, taken back, or of an account that is disabled. It is noted that it was used. */
    Optional<Bearer> find(String accessToken, Instant now);

    /** Ends a token of this application; a refresh token ends all that came of it (RFC 7009 §2.1). Another's is left alone. */
    void end(UUID client, String token, Instant now);

    /** The applications that a learner allows something, the newest first (Open Badges 2.1 § Revocation by Resource Owner). */
    List<Allowed> list(PersonId person, Instant now);

    /** Ends all that a learner allowed an application; returns whether there was anything. */
    boolean end(PersonId person, UUID client, Instant now);

    /**
     * What a learner allows.
     *
     * @param account that they are signed in by; whoever its learner was merged into, it is about that learner's badges alone once
     *     the merge is undone
     * @param redirect where the code is sent
     * @param challenge SHA-256 of the verifier, base64url (RFC 7636 §4.2, S256)
     */
    record Allowance(UUID client, UUID account, Set<Scope> scopes, String redirect, String challenge) {
        public Allowance {
            scopes = Set.copyOf(scopes);
        }
    }

    /**
     * Who acts by a token, for whom, and what it may do.
     *
     * @param person as their account says, whomever they were merged into
     */
    record Bearer(UUID client, PersonId person, Set<Scope> scopes) {
        public Bearer {
            scopes = Set.copyOf(scopes);
        }

        public boolean may(Scope scope) {
            return scopes.contains(scope);
        }
    }

    /**
     * An application that a learner allows something.
     *
     * @param since of the first of what holds now
     * @param usedAt null when it never came
     */
    record Allowed(
            Client client,
            Set<Scope> scopes,
            Instant since,
            @Nullable Instant usedAt) {
        public Allowed {
            scopes = Set.copyOf(scopes);
        }
    }
}
