package org.laurelbridge.mapping;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Score;
import org.laurelbridge.xapi.Timestamp;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one fact in one pass over its text, without a tree: a history is read far more often than it is written. */
final class FactReader {
    private final JsonParser json;

    private @Nullable String activity;
    private @Nullable String kind;
    private @Nullable String verb;
    private @Nullable Instant at;
    private @Nullable Percent percent;
    private @Nullable Boolean success;
    private @Nullable Boolean completion;
    private @Nullable String duration;
    private @Nullable UUID registration;
    private @Nullable String attempt;
    private @Nullable Set<String> sources;
    private @Nullable Boolean proctored;
    private @Nullable Score points;
    private @Nullable String object;
    private @Nullable String target;
    private @Nullable String course;
    private @Nullable UUID refersTo;
    private @Nullable Cmi5 cmi5;
    private @Nullable Instant heldUntil;
    private boolean late;
    private boolean mastery;
    private @Nullable UUID statement;

    FactReader(JsonParser json) {
        this.json = json;
    }

    /** The fact at which the parser stands. */
    Fact read() {
        opens(json.currentToken());
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            read(name);
        }
        return new Fact(
                there(activity),
                new Kind(there(kind)),
                there(verb),
                there(at),
                percent,
                success,
                completion,
                duration,
                registration,
                there(attempt),
                there(sources),
                proctored,
                points,
                there(object),
                target == null ? there(object) : target,
                course,
                refersTo,
                cmi5,
                heldUntil,
                late,
                mastery,
                there(statement));
    }

    private void read(String name) {
        switch (name) {
            case "activity" -> activity = text();
            case "kind" -> kind = text();
            case "verb" -> verb = text();
            case "at" -> at = moment();
            case "percent" -> percent = Percent.parse(text());
            case "success" -> success = truth();
            case "completion" -> completion = truth();
            case "duration" -> duration = text();
            case "registration" -> registration = UUID.fromString(text());
            case "attempt" -> attempt = text();
            case "sources" -> sources = texts();
            case "proctored" -> proctored = truth();
            case "points" -> points = score();
            case "object" -> object = text();
            case "target" -> target = text();
            case "course" -> course = text();
            case "refersTo" -> refersTo = UUID.fromString(text());
            case "cmi5" -> cmi5 = cmi5();
            case "heldUntil" -> heldUntil = moment();
            case "late" -> late = truth();
            case "mastery" -> mastery = truth();
            case "statement" -> statement = UUID.fromString(text());
            default -> skip();
        }
    }

    private Set<String> texts() {
        if (json.nextToken() != JsonToken.START_ARRAY) {
            throw strange(json.currentToken());
        }
        Set<String> texts = new HashSet<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            texts.add(string(json.currentToken()));
        }
        return texts;
    }

    private Score score() {
        BigDecimal scaled = null;
        BigDecimal raw = null;
        BigDecimal min = null;
        BigDecimal max = null;
        opens(json.nextToken());
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            BigDecimal number = new BigDecimal(text());
            switch (name) {
                case "scaled" -> scaled = number;
                case "raw" -> raw = number;
                case "min" -> min = number;
                case "max" -> max = number;
                default -> throw strange(name);
            }
        }
        return new Score(scaled, raw, min, max);
    }

    private Cmi5 cmi5() {
        Boolean own = null;
        String session = null;
        Boolean practice = null;
        Cmi5.Level level = null;
        opens(json.nextToken());
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "own" -> own = truth();
                case "session" -> session = text();
                case "practice" -> practice = truth();
                case "level" -> level = Cmi5.Level.valueOf(text());
                default -> skip();
            }
        }
        return new Cmi5(there(own), session, there(practice), level);
    }

    private String text() {
        return string(json.nextToken());
    }

    private String string(JsonToken token) {
        if (token != JsonToken.VALUE_STRING) {
            throw strange(token);
        }
        return json.getString();
    }

    /** By the reader of timestamps, which is quicker than Java's; only Java's knows years of more than four digits. */
    private Instant moment() {
        String text = text();
        Instant moment = Timestamp.parse(text);
        return moment == null ? Instant.parse(text) : moment;
    }

    private boolean truth() {
        return switch (json.nextToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw strange(json.currentToken());
        };
    }

    /** What a later version wrote. */
    private void skip() {
        json.nextToken();
        json.skipChildren();
    }

    private static void opens(@Nullable JsonToken token) {
        if (token != JsonToken.START_OBJECT) {
            throw strange(token);
        }
    }

    private static <T> T there(@Nullable T member) {
        return Objects.requireNonNull(member, "a member is missing");
    }

    private static IllegalArgumentException strange(@Nullable Object found) {
        return new IllegalArgumentException("no fact was written so: " + found);
    }
}
