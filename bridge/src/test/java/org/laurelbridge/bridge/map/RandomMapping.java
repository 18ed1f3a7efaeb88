package org.laurelbridge.bridge.map;

import static org.laurelbridge.bridge.map.Dice.map;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Grows mappings that hold. */
final class RandomMapping {
    private final Dice dice;
    private int parts;

    RandomMapping(Random random) {
        this.dice = new Dice(random);
    }

    Map<String, Object> document() {
        Map<String, Object> mapping = map("brl", 1, "kind", "mapping");
        mapping.put("name", "campus");
        mapping.put("version", dice.from(1, 9));
        dice.maybe(mapping, "use", () -> dice.some(3, () -> dice.one("adl@1", "cmi5@1", "scorm@1", "h5p@1")));
        dice.maybe(mapping, "identity", () -> dice.some(3, this::identity));
        dice.maybe(mapping, "unknown", () -> dice.one("park", "create", "drop"));
        dice.maybe(mapping, "groups", () -> dice.one("ignore", "members"));
        dice.maybe(mapping, "verbs", () -> map(dice.one("passed", "flagged", "own-Kind2"), verb(), "regraded", verb()));
        dice.maybe(mapping, "rewrite", () -> dice.some(2, this::rewrite));
        dice.maybe(mapping, "iris", () -> map("dropParameters", List.of("lang", "theme")));
        dice.maybe(mapping, "attempt", this::attempt);
        dice.maybe(mapping, "ignore", () -> dice.some(2, () -> map("extension", dice.iri(), "is", List.of("preview"))));
        dice.maybe(mapping, "courseTypes", () -> dice.some(2, dice::iri));
        dice.maybe(mapping, "proctored", () -> dice.some(2, dice::iri));
        dice.maybe(mapping, "score", this::score);
        dice.maybe(mapping, "success", this::success);
        dice.maybe(mapping, "trust", () -> map("lms", source(), "proctor", source()));
        dice.maybe(mapping, "time", () -> map("skew", dice.span(), "backdate", dice.span()));
        dice.maybe(mapping, "activities", () -> map("k8s-quiz", activity(), "any_lab.2", activity()));
        return mapping;
    }

    private Map<String, Object> identity() {
        return dice.one(
                map("account", map("homePage", "https://lms.example", "name", dice.one("id", "username", "idnumber"))),
                map("mbox", "email"),
                map("mbox_sha1sum", "email"),
                map("openid", "profile.openid"));
    }

    private Object verb() {
        Map<String, Object> conditions = map("instructor", "present");
        dice.maybe(conditions, "category", dice::iri);
        dice.maybe(conditions, "extension", dice::iri);
        return dice.one(
                dice.iri(),
                dice.some(2, dice::iri),
                map("verb", dice.iri()),
                map("verb", dice.some(2, dice::iri), "if", conditions));
    }

    private Map<String, Object> rewrite() {
        Map<String, Object> rewrite = map("object", "{root}/attempt?n={n}&cm={cm}", "activity", "{root}/view?id={cm}");
        dice.maybe(rewrite, "attempt", () -> dice.one("{n}", "n-{n}-{cm}", "one"));
        return rewrite;
    }

    private Map<String, Object> attempt() {
        return dice.one(map("extension", dice.iri()), map("registrationSharedWith", dice.some(2, dice::iri)));
    }

    private Map<String, Object> score() {
        Map<String, Object> score = map("scaled", dice.one("unit", "symmetric"));
        dice.maybe(score, "order", () -> dice.some(2, () -> dice.one("scaled", "raw")));
        dice.maybe(score, "negative", () -> dice.one("zero", "keep", "reject"));
        dice.maybe(score, "outside", () -> dice.one("clamp", "reject"));
        dice.maybe(score, "conflict", () -> map("above", dice.percent(), "then", dice.one("warn", "lower", "reject")));
        dice.maybe(score, "grades", () -> map("A", dice.percent(), "B", dice.percent()));
        dice.maybe(score, "scaledIgnoredWith", () -> dice.some(2, dice::iri));
        return score;
    }

    private Map<String, Object> success() {
        return map(
                "order",
                dice.some(3, () -> dice.one("verb", "result", "mastery")),
                "contradiction",
                dice.one("verb", "score", "reject"));
    }

    private Map<String, Object> source() {
        Map<String, Object> known = dice.one(
                map("connection", "proctor"),
                map("authority", map("mbox", "mailto:lms@example.org")),
                map("authority", map("account", map("homePage", "https://lms.example", "name", "logstore"))));
        known.put("may", dice.some(2, () -> dice.one("facts", "void")));
        return known;
    }

    private Map<String, Object> activity() {
        Map<String, Object> activity = map("match", dice.oneIn(4) ? dice.some(3, this::match) : match());
        dice.maybe(activity, "title", () -> "Lab");
        dice.maybe(activity, "children", () -> dice.one("exclude", "include"));
        dice.maybe(activity, "score", () -> map("min", dice.from(-9, 9), "max", 10.5));
        dice.maybe(activity, "mastery", () -> 0.8);
        dice.maybe(activity, "structure", () -> structure(2));
        return activity;
    }

    private Map<String, Object> structure(int depth) {
        return map("part-" + parts++, part(depth), "part-" + parts++, part(depth));
    }

    private Map<String, Object> part(int depth) {
        Map<String, Object> part = map("publisher", "https://pub.example/" + parts++);
        dice.maybe(part, "title", () -> "Part");
        dice.maybe(part, "match", this::match);
        if (depth > 0 && dice.oneIn(4)) {
            part.put("structure", structure(depth - 1));
        } else {
            part.put("moveOn", dice.one("Passed", "Completed", "CompletedAndPassed", "NotApplicable"));
            dice.maybe(part, "mastery", () -> 0.8);
        }
        return part;
    }

    private Map<String, Object> match() {
        return dice.one(
                map("id", dice.iri()),
                map("idStarts", dice.iri()),
                map("idLike", dice.one("https://x.example/*/end", "x:*", "x:/a*b/c*")),
                map("publisher", dice.iri()),
                map("type", dice.iri()),
                map("type", dice.iri(), "under", dice.iri()));
    }
}
