package org.laurelbridge.decide;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Cmi5;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.mapping.Percent;
import org.laurelbridge.xapi.Score;

/** A fact in the making. Its statement and, unless said, its attempt are told by its minute. */
record Given(
        Kind kind,
        String activity,
        int minute,
        @Nullable Percent percent,
        @Nullable Boolean success,
        @Nullable Boolean completion,
        String attempt,
        @Nullable String course,
        @Nullable UUID refersTo,
        @Nullable Instant heldUntil,
        @Nullable Cmi5 cmi5,
        @Nullable UUID registration,
        UUID statement) {

    static Given did(Kind kind, String activity, int minute) {
        Boolean success = kind.equals(Kind.PASSED) ? Boolean.TRUE : kind.equals(Kind.FAILED) ? Boolean.FALSE : null;
        UUID statement = id(minute);
        return new Given(
                kind,
                activity,
                minute,
                null,
                success,
                null,
                "attempt-" + minute,
                null,
                null,
                null,
                null,
                null,
                statement);
    }

    static Given scored(String activity, int minute, String percent) {
        return did(Kind.SCORED, activity, minute).percent(percent);
    }

    static Given regraded(String activity, int minute, String percent) {
        return did(Kind.REGRADED, activity, minute).percent(percent);
    }

    Given percent(String of100) {
        return percent(Percent.of(new BigDecimal(of100)));
    }

    Given percent(@Nullable Percent changed) {
        return new Given(
                kind,
                activity,
                minute,
                changed,
                success,
                completion,
                attempt,
                course,
                refersTo,
                heldUntil,
                cmi5,
                registration,
                statement);
    }

    Given success(@Nullable Boolean changed) {
        return new Given(
                kind,
                activity,
                minute,
                percent,
                changed,
                completion,
                attempt,
                course,
                refersTo,
                heldUntil,
                cmi5,
                registration,
                statement);
    }

    Given completion(boolean changed) {
        return new Given(
                kind,
                activity,
                minute,
                percent,
                success,
                changed,
                attempt,
                course,
                refersTo,
                heldUntil,
                cmi5,
                registration,
                statement);
    }

    Given attempt(String changed) {
        return new Given(
                kind,
                activity,
                minute,
                percent,
                success,
                completion,
                changed,
                course,
                refersTo,
                heldUntil,
                cmi5,
                registration,
                statement);
    }

    Given course(String changed) {
        return new Given(
                kind,
                activity,
                minute,
                percent,
                success,
                completion,
                attempt,
                changed,
                refersTo,
                heldUntil,
                cmi5,
                registration,
                statement);
    }

    Given refersTo(UUID changed) {
        return new Given(
                kind,
                activity,
                minute,
                percent,
                success,
                completion,
                attempt,
                course,
                changed,
                heldUntil,
                cmi5,
                registration,
                statement);
    }

    Given heldUntil(int changed) {
        Instant until = at(changed);
        return new Given(
                kind,
                activity,
                minute,
                percent,
                success,
                completion,
                attempt,
                course,
                refersTo,
                until,
                cmi5,
                registration,
                statement);
    }

    /** As cmi5's own, in a session of a registration. */
    Given cmi5(int registered, String session) {
        Cmi5 own = new Cmi5(true, session, false);
        return new Given(
                kind,
                activity,
                minute,
                percent,
                success,
                completion,
                attempt,
                course,
                refersTo,
                heldUntil,
                own,
                id(registered),
                statement);
    }

    /** As cmi5 says nothing else of it. */
    Given cmi5(Cmi5 changed) {
        return new Given(
                kind,
                activity,
                minute,
                percent,
                success,
                completion,
                attempt,
                course,
                refersTo,
                heldUntil,
                changed,
                registration,
                statement);
    }

    /** As the LMS tells of a launch that is for practice. */
    Given browsing(int registered, String session) {
        Cmi5 practice = new Cmi5(true, session, true);
        return new Given(
                kind,
                activity,
                minute,
                percent,
                success,
                completion,
                attempt,
                course,
                refersTo,
                heldUntil,
                practice,
                id(registered),
                statement);
    }

    Given statement(int changed) {
        UUID id = id(changed);
        return new Given(
                kind,
                activity,
                minute,
                percent,
                success,
                completion,
                attempt,
                course,
                refersTo,
                heldUntil,
                cmi5,
                registration,
                id);
    }

    Fact fact() {
        return fact(null, false);
    }

    private Fact fact(@Nullable Score points, boolean late) {
        return new Fact(
                activity,
                kind,
                "http://verb.example/" + kind,
                at(minute),
                percent,
                success,
                completion,
                null,
                registration,
                attempt,
                Set.of("campus"),
                null,
                points,
                "http://lms.example/" + activity,
                "http://lms.example/" + activity,
                course,
                refersTo,
                cmi5,
                heldUntil,
                late,
                false,
                statement);
    }

    /** A score whose parts may say different things; scaled wins. */
    static Fact inConflict(String activity, String scaled, String raw, String max) {
        Score score = new Score(new BigDecimal(scaled), new BigDecimal(raw), null, new BigDecimal(max));
        return scored(activity, 0, new BigDecimal(scaled).movePointRight(2).toPlainString())
                .fact(score, false);
    }

    /** A score that came late. */
    static Fact late(String activity, String scaled) {
        return scored(activity, 0, new BigDecimal(scaled).movePointRight(2).toPlainString())
                .fact(null, true);
    }

    static UUID id(int number) {
        return new UUID(0x4000L, 0x8000_0000_0000_0000L | number);
    }

    static Instant at(int minute) {
        return Instant.parse("2026-03-01T10:00:00Z").plusSeconds(60L * minute);
    }
}
