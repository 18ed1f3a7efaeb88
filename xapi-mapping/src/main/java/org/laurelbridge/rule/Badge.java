package org.laurelbridge.rule;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A badge document: what must be true, and the lifecycle around it.
 *
 * @param version from 1 on
 * @param description null where the rule's own sentence says enough
 * @param deliver where the grade goes, in the order of the document
 * @param zone in which its days begin
 * @param image an address or a file's name; null where the picture is drawn from the title
 * @param source the document as it was written, byte for byte
 */
public record Badge(
        String id,
        int version,
        String title,
        @Nullable String description,
        Condition when,
        AwardMode award,
        Settle settle,
        Unsupported unsupported,
        List<Destination> deliver,
        ZoneId zone,
        Visibility visibility,
        List<Alignment> align,
        @Nullable String image,
        List<RuleTest> tests,
        String source) {

    public Badge {
        deliver = List.copyOf(deliver);
        align = List.copyOf(align);
        tests = List.copyOf(tests);
    }

    /** As {@code k8s-quiz@1}. */
    public String reference() {
        return id + "@" + version;
    }

    /** The labels of the activities that its rule reads. */
    public Set<String> activities() {
        return when.activities();
    }

    /** Who decides that a learner who meets the rule gets the badge. */
    public enum AwardMode {
        /** Nobody: it is given at once. */
        AUTO
    }

    /** What becomes of an award whose evidence is gone (S8). */
    public enum Unsupported {
        /** Award and grade stay, and the case is listed for a person. */
        REVIEW,
        REVOKE,
        KEEP
    }

    /** Who may see an award. */
    public enum Visibility {
        /** Nobody until the learner makes it public. */
        LEARNER_DECIDES,
        ALWAYS
    }

    /** A skill or standard that the badge stands for. */
    public record Alignment(String framework, String code) {}
}
