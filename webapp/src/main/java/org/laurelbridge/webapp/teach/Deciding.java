package org.laurelbridge.webapp.teach;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Objects;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.Returns;
import org.laurelbridge.bridge.award.Verdicts;
import org.laurelbridge.webapp.admin.Notice;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;

/** Carries out what a person decides about an award, wherever they say it. */
public record Deciding(Verdicts verdicts, Returns returns, InstantSource clock) {

    /**
     * A person's word.
     *
     * @param verdict approve, return, decline, keep or revoke
     * @param why in their words; may be empty to approve alone
     */
    public record Word(String verdict, String why) {

        /** Reads it out of a form; bad input when a reason is missing or too long. */
        public static Word of(HttpServletRequest request) {
            String verdict = Objects.requireNonNullElse(request.getParameter("verdict"), "");
            String why =
                    Objects.requireNonNullElse(request.getParameter("why"), "").strip();
            if ((why.isEmpty() && !verdict.equals("approve")) || why.length() > Returns.LONGEST) {
                throw new RequestFailure(Reason.BAD_INPUT);
            }
            return new Word(verdict, why);
        }
    }

    /** What became of it. */
    public Notice decide(Award award, Word word, Doer doer) {
        Verdicts theirs = verdicts.by(doer);
        String why = word.why();
        return switch (word.verdict()) {
            case "approve" -> told(theirs.approve(award, why), Notice.APPROVED, () -> forget(award, doer));
            case "decline" -> told(theirs.decline(award, why), Notice.DECLINED, () -> forget(award, doer));
            case "return" ->
                told(
                        theirs.sendBack(award, why),
                        Notice.RETURNED,
                        () -> returns.by(doer).send(award.person(), award.badge(), why, clock.instant()));
            case "keep" -> told(theirs.restore(award, why), Notice.KEPT, () -> {});
            case "revoke" -> told(theirs.revoke(award, why), Notice.REVOKED, () -> {});
            default -> throw new RequestFailure(Reason.BAD_INPUT);
        };
    }

    private void forget(Award award, Doer doer) {
        returns.by(doer).forget(award.person(), award.badge());
    }

    private static Notice told(boolean isDone, Notice notice, Runnable then) {
        if (isDone) {
            then.run();
        }
        return isDone ? notice : Notice.CHANGED_MEANWHILE;
    }
}
