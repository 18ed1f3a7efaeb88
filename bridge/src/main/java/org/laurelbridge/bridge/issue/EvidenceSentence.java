package org.laurelbridge.bridge.issue;

/** Says what an award rests on, without a word about the person. */
public final class EvidenceSentence {

    private EvidenceSentence() {}

    /**
     * As {@code Earned under k8s-quiz@1 by 2 statements of the learning record.} What was earned by no statement, such as by badges that
     * are held, was earned by what else is known of its learner.
     */
    public static String of(Earned earned) {
        Achievement achievement = earned.achievement();
        return "Earned under " + achievement.badge() + "@" + achievement.version() + " by " + basis(earned.evidence());
    }

    private static String basis(int statements) {
        return switch (statements) {
            case 0 -> "what is known of its learner besides the learning record.";
            case 1 -> "1 statement of the learning record.";
            default -> statements + " statements of the learning record.";
        };
    }
}
