package org.laurelbridge.bridge.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.ob3.Signing;
import org.laurelbridge.bridge.verify.report.Report;
import org.laurelbridge.bridge.verify.report.Shown.Result;
import org.laurelbridge.bridge.verify.report.Verdict;
import tools.jackson.databind.node.ObjectNode;

/** Results that are levels of a rubric, which others write. */
class LevelsTest extends Ob3Case {
    private static final String GOOD = "urn:uuid:5d1b0e0e-0000-4000-8000-000000000001";
    private static final String BEST = "urn:uuid:5d1b0e0e-0000-4000-8000-000000000002";
    private static final String OTHER = "urn:uuid:5d1b0e0e-0000-4000-8000-000000000003";
    private static final String RUBRIC = "urn:uuid:5d1b0e0e-0000-4000-8000-000000000004";

    private Result reached(String level) {
        ObjectNode badge = unsigned(ours);
        ObjectNode subject = (ObjectNode) badge.path("credentialSubject");
        ObjectNode rubric = ((ObjectNode) subject.path("achievement"))
                .putArray("resultDescription")
                .addObject();
        rubric.put("id", RUBRIC)
                .put("name", "Teamwork")
                .put("resultType", "RubricCriterionLevel")
                .put("requiredLevel", GOOD);
        rubric.putArray("type").add("ResultDescription");
        level(rubric, GOOD, "Good");
        level(rubric, BEST, "Best of all");
        ObjectNode result = subject.putArray("result").addObject();
        result.put("resultDescription", RUBRIC).put("achievedLevel", level);
        result.putArray("type").add("Result");
        Report report = verify(Signing.sign(ours, badge, Issued.SIGNED_AT));
        assertThat(report.verdict()).isEqualTo(Verdict.GENUINE);
        return report.shown().results().get(0);
    }

    private static void level(ObjectNode rubric, String id, String name) {
        ObjectNode level = rubric.withArray("rubricCriterionLevel")
                .addObject()
                .put("id", id)
                .put("name", name);
        level.putArray("type").add("RubricCriterionLevel");
    }

    @Test
    void level_isShownByItsName_beforeThatWhichWasNeeded() {
        assertThat(reached(BEST)).isEqualTo(new Result("Teamwork", "Best of all", "Good"));
    }

    @Test
    void level_thatIsNotDescribed_isShownByItsId() {
        assertThat(reached(OTHER).value()).isEqualTo(OTHER);
    }
}
