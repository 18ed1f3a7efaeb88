package org.laurelbridge.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.decide.Asked.rule;
import static org.laurelbridge.decide.Given.did;
import static org.laurelbridge.decide.Given.scored;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.mapping.Percent;
import org.laurelbridge.rule.All;
import org.laurelbridge.rule.Any;
import org.laurelbridge.rule.AtLeast;
import org.laurelbridge.rule.AttemptPolicy;
import org.laurelbridge.rule.Completed;
import org.laurelbridge.rule.Condition;
import org.laurelbridge.rule.Count;
import org.laurelbridge.rule.Did;
import org.laurelbridge.rule.InOrder;
import org.laurelbridge.rule.None;
import org.laurelbridge.rule.Scope;
import org.laurelbridge.rule.Scored;
import org.laurelbridge.rule.Sort;

class MissingTest {
    private static final Condition A = new Completed("a");
    private static final Condition B = new Completed("b");
    private static final Condition C = new Completed("c");
    private static final Condition UNFLAGGED = new None(List.of(new Did(new Kind("flagged"), "a")));
    private static final Given DID_A = did(Kind.COMPLETED, "a", 1);
    private static final Given DID_B = did(Kind.COMPLETED, "b", 2);

    @Test
    void oneOpenCondition_isTold() {
        assertThat(missing(new All(List.of(A, B)), DID_A)).contains("Complete b: not yet.");
        assertThat(missing(
                        new Scored("a", Percent.of(BigDecimal.valueOf(80)), AttemptPolicy.BEST), scored("a", 1, "79")))
                .hasValueSatisfying(words -> assertThat(words).contains("79 %, needs 80 %"));
        assertThat(missing(new InOrder(List.of(A, B)), DID_A)).isPresent();
    }

    @Test
    void moreThanOne_isNotOne() {
        assertThat(missing(new All(List.of(A, B, C)), DID_A)).isEmpty();
        assertThat(missing(new AtLeast(3, List.of(A, B, C)), DID_A)).isEmpty();
    }

    @Test
    void whatAnyOfSeveralWouldDoFor_isSaidOfAll() {
        assertThat(missing(new AtLeast(2, List.of(A, B, C)), DID_A)).contains("1 more of these: b, c");
    }

    @Test
    void stepsOfOneCondition_areCounted() {
        Condition days = new Count(new Sort(List.of(), Scope.of("a")), Count.Per.STATEMENT, 3, ZoneOffset.UTC);
        assertThat(missing(days, DID_A)).isEmpty();
    }

    @Test
    void theShortestWayCounts() {
        assertThat(missing(new Any(List.of(new All(List.of(B, C)), A)), DID_B)).isPresent();
        assertThat(missing(new AtLeast(2, List.of(A, B, new All(List.of(B, C)))), DID_A))
                .isPresent();
    }

    @Test
    void whatIsEarned_orCannotBe_isMissingNothing() {
        assertThat(missing(A, DID_A)).isEmpty();
        assertThat(missing(new All(List.of(B, UNFLAGGED)), did(new Kind("flagged"), "a", 1)))
                .isEmpty();
    }

    @Test
    void whatSettles_isWaitedFor() {
        Decision settling =
                rule(new All(List.of(A, UNFLAGGED)), Duration.ofDays(400)).after(DID_A);
        assertThat(Missing.one(settling)).isPresent();
    }

    private static Optional<String> missing(Condition rule, Given... given) {
        return Missing.one(rule(rule).after(given)).map(one -> one.sentence(Asked.ENGLISH));
    }
}
