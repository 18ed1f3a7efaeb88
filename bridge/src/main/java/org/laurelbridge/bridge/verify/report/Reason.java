package org.laurelbridge.bridge.verify.report;

import java.util.Locale;

/** The sentences of a report; their words are in {@code reasons*.properties}, with the key of each. */
public enum Reason {
    PICTURE_HOLDS(Check.SOURCE, Verdict.GENUINE),
    PICTURE_EMPTY(Check.SOURCE, Verdict.UNREADABLE),
    PICTURE_BROKEN(Check.SOURCE, Verdict.UNREADABLE),
    LINK_FAILED(Check.SOURCE, Verdict.UNCHECKED),
    LINK_STATUS(Check.SOURCE, Verdict.UNCHECKED),
    LINK_PAGE(Check.SOURCE, Verdict.UNREADABLE),

    FORMAT_KNOWN(Check.FORMAT, Verdict.GENUINE),
    FORMAT_ENDORSEMENT(Check.FORMAT, Verdict.GENUINE),
    NO_BADGE(Check.FORMAT, Verdict.UNREADABLE),
    NO_AWARD_BADGE(Check.FORMAT, Verdict.UNREADABLE),
    NO_AWARD_ISSUER(Check.FORMAT, Verdict.UNREADABLE),
    NOT_JSON(Check.FORMAT, Verdict.UNREADABLE),
    NO_LINK(Check.FORMAT, Verdict.UNREADABLE),
    TOO_LARGE(Check.FORMAT, Verdict.UNREADABLE),
    TOO_DEEP(Check.FORMAT, Verdict.UNREADABLE),
    MEMBER_WRONG(Check.FORMAT, Verdict.UNREADABLE),
    CLAIM_DIFFERS(Check.FORMAT, Verdict.UNREADABLE),

    PROOF_FITS(Check.SIGNATURE, Verdict.GENUINE),
    PROOF_FITS_NOT(Check.SIGNATURE, Verdict.CHANGED),
    PROOF_COVERS_NOT(Check.SIGNATURE, Verdict.CHANGED),
    PROOF_OVER(Check.SIGNATURE, Verdict.CHANGED),
    PROOF_MISSING(Check.SIGNATURE, Verdict.UNREADABLE),
    PROOF_KIND(Check.SIGNATURE, Verdict.UNCHECKED),
    CONTEXT_UNKNOWN(Check.SIGNATURE, Verdict.UNCHECKED),
    ALGORITHM(Check.SIGNATURE, Verdict.UNREADABLE),
    HOSTED_SAME(Check.SIGNATURE, Verdict.GENUINE),
    HOSTED_DIFFERS(Check.SIGNATURE, Verdict.CHANGED),
    HOSTED_GONE(Check.SIGNATURE, Verdict.UNCHECKED),
    HOSTED_FAILED(Check.SIGNATURE, Verdict.UNCHECKED),
    HOSTED_BROKEN(Check.SIGNATURE, Verdict.UNCHECKED),

    ISSUER_OURS(Check.ISSUER, Verdict.GENUINE),
    ISSUER_LISTS(Check.ISSUER, Verdict.GENUINE),
    ISSUER_HOSTS(Check.ISSUER, Verdict.GENUINE),
    ISSUER_KEY_ALONE(Check.ISSUER, Verdict.GENUINE),
    ISSUER_LISTS_NOT(Check.ISSUER, Verdict.UNKNOWN_ISSUER),
    ISSUER_ELSEWHERE(Check.ISSUER, Verdict.UNKNOWN_ISSUER),
    ISSUER_BROKEN(Check.ISSUER, Verdict.UNKNOWN_ISSUER),
    ISSUER_STATUS(Check.ISSUER, Verdict.UNKNOWN_ISSUER),
    ISSUER_FAILED(Check.ISSUER, Verdict.UNCHECKED),
    ISSUER_METHOD(Check.ISSUER, Verdict.UNCHECKED),
    ISSUER_NO_ADDRESS(Check.ISSUER, Verdict.UNCHECKED),

    STATUS_NONE(Check.STATUS, Verdict.GENUINE),
    STATUS_NOT_REVOKED(Check.STATUS, Verdict.GENUINE),
    STATUS_NOT_SUSPENDED(Check.STATUS, Verdict.GENUINE),
    STATUS_HOSTED(Check.STATUS, Verdict.GENUINE),
    STATUS_REVOKED(Check.STATUS, Verdict.REVOKED),
    STATUS_REVOKED_WHY(Check.STATUS, Verdict.REVOKED),
    STATUS_SUSPENDED(Check.STATUS, Verdict.SUSPENDED),
    STATUS_THEN(Check.STATUS, Verdict.UNCHECKED),
    STATUS_KIND(Check.STATUS, Verdict.UNCHECKED),
    STATUS_FAILED(Check.STATUS, Verdict.UNCHECKED),
    STATUS_LIST_ANSWERED(Check.STATUS, Verdict.UNCHECKED),
    STATUS_LIST_WRONG(Check.STATUS, Verdict.UNCHECKED),

    VALID_WITHOUT_END(Check.VALIDITY, Verdict.GENUINE),
    VALID_UNTIL(Check.VALIDITY, Verdict.GENUINE),
    VALID_NO_MORE(Check.VALIDITY, Verdict.EXPIRED),
    VALID_LATER(Check.VALIDITY, Verdict.NOT_YET_VALID),

    RECIPIENT_HASHED(Check.RECIPIENT, Verdict.GENUINE),
    RECIPIENT_PLAIN(Check.RECIPIENT, Verdict.GENUINE),
    RECIPIENT_ID(Check.RECIPIENT, Verdict.GENUINE),
    RECIPIENT_ANOTHER(Check.RECIPIENT, Verdict.UNCHECKED),

    // whatever others say of a badge, it is what it is
    ENDORSEMENT_HOLDS(Check.ENDORSEMENT, Verdict.GENUINE),
    ENDORSEMENT_ELSEWHERE(Check.ENDORSEMENT, Verdict.GENUINE),
    ENDORSEMENT_HOLDS_NOT(Check.ENDORSEMENT, Verdict.GENUINE),
    ENDORSEMENT_UNCHECKED(Check.ENDORSEMENT, Verdict.GENUINE),
    ENDORSEMENTS_MANY(Check.ENDORSEMENT, Verdict.GENUINE),

    INSIDE_GENUINE(Check.INSIDE, Verdict.GENUINE),
    INSIDE_NOT_GENUINE(Check.INSIDE, Verdict.UNCHECKED);

    private final Check check;
    private final Verdict verdict;

    Reason(Check check, Verdict verdict) {
        this.check = check;
        this.verdict = verdict;
    }

    /** What it is about. */
    public Check check() {
        return check;
    }

    /** What the badge is when nothing worse is found. */
    public Verdict verdict() {
        return verdict;
    }

    /** How the check ended. */
    public Outcome outcome() {
        return switch (this) {
            case RECIPIENT_ANOTHER, ENDORSEMENT_HOLDS_NOT, ENDORSEMENT_ELSEWHERE -> Outcome.BAD;
            case ENDORSEMENT_UNCHECKED -> Outcome.UNKNOWN;
            case STATUS_NONE,
                    ISSUER_KEY_ALONE,
                    RECIPIENT_HASHED,
                    RECIPIENT_PLAIN,
                    RECIPIENT_ID,
                    FORMAT_ENDORSEMENT,
                    ENDORSEMENTS_MANY -> Outcome.NOTE;
            default -> ofVerdict();
        };
    }

    private Outcome ofVerdict() {
        return switch (verdict) {
            case GENUINE -> Outcome.GOOD;
            case UNCHECKED -> Outcome.UNKNOWN;
            default -> Outcome.BAD;
        };
    }

    /** As the API and the properties name it: {@code proof-fits}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
