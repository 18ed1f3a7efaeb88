package org.laurelbridge.bridge.issue.ob3;

import java.math.BigDecimal;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.Recipient;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes an AchievementSubject (Open Badges 3.0 §B.1): who earned what, with the result where the learner lets it be seen. When
 * something was done is said by awardedDate alone: for activityStartDate and activityEndDate, the context and the schema of Open
 * Badges 3.0 ask for different forms.
 */
record SubjectWriter(AchievementWriter achievements) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    ObjectNode write(Earned earned) {
        ObjectNode subject = JsonNodeFactory.instance.objectNode();
        Recipient recipient = earned.recipient();
        Achievement achievement = earned.achievement();
        subject.put("id", recipient.urn());
        subject.putArray("type").add("AchievementSubject");
        if (recipient.email() != null) {
            subject.putArray("identifier").add(identity(recipient, recipient.email()));
        }
        subject.set("achievement", achievements.write(achievement));
        if (achievement.details().credits() != null) {
            subject.put("creditsEarned", achievement.details().credits());
        }
        BigDecimal score = earned.shownScore();
        if (score != null && achievement.details().scoring() != null && isOfAHundred(score)) {
            ObjectNode result = subject.putArray("result").addObject();
            result.putArray("type").add("Result");
            result.put("resultDescription", achievements.scoreId(achievement)).put("value", score.toPlainString());
        }
        return subject;
    }

    // no other members: a reader may refuse them, and an address that is not hashed needs no salt
    private static ObjectNode identity(Recipient recipient, String email) {
        ObjectNode identity = JsonNodeFactory.instance.objectNode();
        identity.put("type", "IdentityObject").put("hashed", !recipient.isPlain());
        identity.put("identityHash", recipient.isPlain() ? email : recipient.hash(email));
        identity.put("identityType", "emailAddress");
        return recipient.isPlain() ? identity : identity.put("salt", recipient.salt());
    }

    /** A mapping may keep scores outside of it; the description of the result does not allow them. */
    private static boolean isOfAHundred(BigDecimal score) {
        return score.signum() >= 0 && score.compareTo(HUNDRED) <= 0;
    }
}
