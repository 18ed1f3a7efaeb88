package org.laurelbridge.xapi;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Result and score (1.0.3 Data 2.4.5). Read leniently, a number out of its range stays: the mapping says what becomes of it. */
final class ResultReader {
    private static final Set<String> ALLOWED =
            Set.of("score", "success", "completion", "response", "duration", "extensions");
    private static final Set<String> OF_SCORE = Set.of("scaled", "raw", "min", "max");

    private final Checker check;
    private final Fields fields;
    private final Maps maps;

    ResultReader(Checker check, Fields fields) {
        this.check = check;
        this.fields = fields;
        this.maps = new Maps(check, fields);
    }

    @Nullable
    Result read(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        check.enter("result");
        ObjectNode result = fields.object(node, ALLOWED, Clause.RESULT);
        Result read = result == null ? null : result(result);
        check.leave();
        return read;
    }

    private Result result(ObjectNode result) {
        fields.text(result, "response", Clause.RESULT);
        return new Result(
                score(fields.member(result, "score")),
                fields.truth(result, "success", Clause.RESULT),
                fields.truth(result, "completion", Clause.RESULT),
                duration(fields.text(result, "duration", Clause.RESULT)),
                maps.extensions(result, Clause.RESULT));
    }

    private @Nullable String duration(@Nullable String text) {
        if (text == null || IsoDuration.isValid(text)) {
            return text;
        }
        fields.wrong("duration", Checker.quote(text), "a duration as P3Y1M29DT4H35M59.14S or P4W", Clause.DURATION);
        return null;
    }

    private @Nullable Score score(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        check.enter("score");
        ObjectNode json = fields.object(node, OF_SCORE, Clause.SCORE);
        Score score = null;
        if (json != null) {
            score = new Score(
                    fields.number(json, "scaled", Clause.SCORE),
                    fields.number(json, "raw", Clause.SCORE),
                    fields.number(json, "min", Clause.SCORE),
                    fields.number(json, "max", Clause.SCORE));
            checkRanges(score);
        }
        check.leave();
        return score;
    }

    private void checkRanges(Score score) {
        BigDecimal scaled = score.scaled();
        if (scaled != null && scaled.abs().compareTo(BigDecimal.ONE) > 0) {
            outside("scaled", scaled, "from -1 to 1");
        }
        BigDecimal min = score.min();
        BigDecimal max = score.max();
        if (min != null && max != null && min.compareTo(max) >= 0) {
            outside("max", max, "more than min, " + min);
        }
        BigDecimal raw = score.raw();
        if (raw != null && min != null && raw.compareTo(min) < 0) {
            outside("raw", raw, "at least min, " + min);
        }
        if (raw != null && max != null && raw.compareTo(max) > 0) {
            outside("raw", raw, "at most max, " + max);
        }
    }

    private void outside(String name, BigDecimal found, String expected) {
        check.enter(name);
        check.slip(found.toString(), expected, Clause.SCORE);
        check.leave();
    }
}
