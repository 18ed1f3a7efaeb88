package org.laurelbridge.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.decide.Asked.atLeast;
import static org.laurelbridge.decide.Asked.rule;
import static org.laurelbridge.decide.Given.did;
import static org.laurelbridge.decide.Given.scored;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.rule.All;
import org.laurelbridge.rule.Any;
import org.laurelbridge.rule.AtLeast;
import org.laurelbridge.rule.AttemptPolicy;
import org.laurelbridge.rule.Completed;
import org.laurelbridge.rule.Condition;
import org.laurelbridge.rule.Did;
import org.laurelbridge.rule.None;

class AheadTest {
    private static final Condition LAB_1 = new Completed("lab 1");
    private static final Condition LAB_2 = new Completed("lab 2");
    private static final Condition LAB_3 = new Completed("lab 3");
    private static final Condition QUIZ = atLeast("80", "quiz", AttemptPolicy.BEST);
    private static final Condition LABS = new AtLeast(2, List.of(LAB_1, LAB_2, LAB_3));
    private static final Condition BOTH = new All(List.of(QUIZ, LABS));
    private static final Condition UNFLAGGED = new None(List.of(new Did(new Kind("flagged"), "quiz")));
    private static final Given DID_2 = did(Kind.COMPLETED, "lab 2", 1);
    private static final Given PASSED = scored("quiz", 2, "90");

    @Test
    void oneCondition_countsItsOwnSteps_andNamesWhatItIsAbout() {
        Ahead ahead = ahead(QUIZ, scored("quiz", 1, "74"));
        assertThat(ahead.progress()).isEqualTo("74 %, needs 80 %");
        assertThat(ahead.next()).containsExactly("quiz");
        assertThat(ahead.of()).isEqualTo(1);
    }

    @Test
    void stepsBelowSteps_areCountedTogether() {
        assertThat(told(ahead(BOTH))).isEqualTo("0 of 3, then [quiz, 2 more of these: lab 1, lab 2, lab 3]");
        assertThat(told(ahead(BOTH, PASSED, DID_2))).isEqualTo("2 of 3, then [1 more of these: lab 1, lab 3]");
        assertThat(told(ahead(BOTH, DID_2, scored("quiz", 1, "74"))))
                .isEqualTo("1 of 3, then [quiz (74 %, needs 80 %), 1 more of these: lab 1, lab 3]");
    }

    @Test
    void ofSeveralWays_theShortestCounts() {
        Condition rule = new Any(List.of(new All(List.of(LAB_1, LAB_2, LAB_3)), QUIZ));
        assertThat(ahead(rule).next()).containsExactly("quiz");
        assertThat(told(ahead(rule, DID_2, did(Kind.COMPLETED, "lab 1", 3))))
                .isEqualTo("2 of 3, then [1 more of these: lab 3, quiz]");
    }

    @Test
    void whatMustNotHappen_isNoStep() {
        assertThat(told(ahead(new All(List.of(LAB_1, LAB_2, UNFLAGGED)), DID_2)))
                .isEqualTo("1 of 2, then [lab 1]");
        Ahead over = ahead(new All(List.of(LAB_1, UNFLAGGED)), did(new Kind("flagged"), "quiz", 1));
        assertThat(over.of()).isZero();
        assertThat(over.next()).isEmpty();
        assertThat(over.progress()).startsWith("not possible any more");
    }

    @Test
    void whatIsDone_leavesNothing_andWhatSettlesIsWaitedFor() {
        assertThat(ahead(LABS, DID_2, did(Kind.COMPLETED, "lab 1", 3)).next()).isEmpty();
        Ahead settling = Ahead.of(rule(LAB_2, Duration.ofDays(400)).after(DID_2), Asked.ENGLISH);
        assertThat(settling.progress()).startsWith("settles until");
        assertThat(settling.next()).isEmpty();
    }

    private static String told(Ahead ahead) {
        assertThat(ahead.progress()).isEqualTo(ahead.done() + " of " + ahead.of());
        return ahead.progress() + ", then " + ahead.next();
    }

    private static Ahead ahead(Condition rule, Given... given) {
        return Ahead.of(rule(rule).after(given), Asked.ENGLISH);
    }
}
