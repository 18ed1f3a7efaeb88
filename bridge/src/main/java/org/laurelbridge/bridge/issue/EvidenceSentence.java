package org.laurelbridge.bridge.issue;

/** Says what an award rests on, without a word about the person. */
public final class EvidenceSentence {

    private EvidenceSentence() {}

    /** As {@code Earned under k8s-quiz@1 by 2 statements of the learning record.} */
    public static String of(Earned earned) {
        Achievement achievement = earned.achievement();
        String statements = earned.evidence() == 1 ? "1 statement" : earned.evidence() + " statements";
        return "Earned under " + achievement.badge() + "@" + achievement.version() + " by " + statements
                + " of the learning record.";
    }
}
