package org.laurelbridge.bridge.map;

import static org.laurelbridge.bridge.map.Dice.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Grows badges that hold: every condition, modifier and key of the language. */
final class RandomBadge {
    private static final List<String> KINDS =
            List.of("completed", "passed", "answered", "http://verb.example/seen", "flagged");

    private final Dice dice;
    private final List<String> names = new ArrayList<>();
    private boolean nameless;

    RandomBadge(Random random) {
        this.dice = new Dice(random);
    }

    Map<String, Object> document() {
        Map<String, Object> badge = map("brl", 1, "kind", "badge");
        badge.put("id", dice.one("k8s-quiz", "a", "9.b_c"));
        badge.put("version", dice.one(1, 7, 2147483647));
        badge.put("title", "Kubernetes");
        badge.put("when", map("all", List.of(map("completed", "exam"), condition(3))));
        dice.maybe(badge, "description", () -> "Runs a cluster.");
        dice.maybe(badge, "image", () -> "k8s.png");
        dice.maybe(badge, "award", () -> dice.one("auto", "claim", "approve"));
        dice.maybe(badge, "late", () -> dice.one("accept", "approve"));
        dice.maybe(badge, dice.one("once", "continuous"), () -> dice.one(true, false));
        dice.maybe(badge, "rigour", () -> map("assessment", "exam", "proctored", true));
        dice.maybe(badge, "applies", () -> map("new", "v" + badge.get("version"), "underway", "either"));
        if (dice.oneIn(3)) {
            expires(badge);
        }
        dice.maybe(badge, "settle", () -> dice.oneIn(2) ? dice.length() : map("gain", dice.length(), "lose", "2m"));
        dice.maybe(badge, "unsupported", () -> dice.one("review", "suspend", "revoke", "keep"));
        dice.maybe(badge, "deliver", () -> dice.some(3, this::destination));
        dice.maybe(badge, "zone", () -> dice.one("Europe/Paris", "UTC"));
        dice.maybe(badge, "public", () -> dice.one("always", "learner-decides"));
        dice.maybe(badge, "align", () -> dice.some(2, () -> new RandomCredential(dice).alignment()));
        dice.maybe(badge, "credential", () -> new RandomCredential(dice).credential());
        dice.maybe(badge, "tests", () -> dice.some(3, this::test));
        return badge;
    }

    private Map<String, Object> condition(int depth) {
        return switch (dice.from(0, depth == 0 ? 12 : 17)) {
            case 0 -> map("completed", dice.oneIn(2) ? activity() : scope());
            case 1 -> map("satisfied", dice.oneIn(2) ? activity() : satisfied());
            case 2 -> map("passed", dice.oneIn(3) ? activity() : passed());
            case 3 -> map("did", with(scope(), "kind", dice.oneOf(KINDS)));
            case 4, 5 -> map("scored", scored());
            case 6 -> map("count", zoned(with(gathered("per", counted()), "atLeast", dice.one(1, 15, 1_000_000))));
            case 7 -> map("total", total());
            case 8 -> map("streak", zoned(streak()));
            case 9 -> map("holds", holds());
            case 10 -> map("approved", approved());
            case 11, 12 -> attested();
            case 13 -> map("all", conditions(depth));
            case 14 -> map("any", conditions(depth));
            case 15 -> map("none", conditions(depth));
            case 16 -> map("atLeast", map("n", 1, "of", conditions(depth)));
            default -> map("inOrder", withoutNames(depth));
        };
    }

    private List<Object> conditions(int depth) {
        return dice.some(3, () -> condition(depth - 1));
    }

    private List<Object> withoutNames(int depth) {
        boolean before = nameless;
        nameless = true;
        List<Object> parts = conditions(depth);
        nameless = before;
        return parts;
    }

    private String activity() {
        return dice.oneOf(BothReaders.ACTIVITIES);
    }

    private Map<String, Object> scope() {
        Map<String, Object> scope = map("on", activity());
        dice.maybe(scope, "from", () -> "proctor");
        dice.maybe(scope, "proctored", () -> dice.one(true, false));
        dice.maybe(scope, "since", () -> "2025-12-31");
        dice.maybe(scope, "until", dice::day);
        dice.maybe(scope, "inLast", () -> dice.one("90d", "1y", "36h"));
        dice.maybe(scope, "registration", () -> "same");
        if (!names.isEmpty() && dice.oneIn(3)) {
            scope.put("within", map("days", dice.one(1, 30, 36_500), "after", dice.oneOf(names)));
        }
        return named(scope);
    }

    private Map<String, Object> named(Map<String, Object> condition) {
        if (!nameless && dice.oneIn(4)) {
            names.add("name " + names.size());
            condition.put("as", names.get(names.size() - 1));
        }
        return condition;
    }

    private void expires(Map<String, Object> badge) {
        badge.put("valid", map("for", dice.one("1y", "24 mo")));
        badge.put("repeat", "cycles");
        dice.maybe(badge, "remind", () -> dice.some(3, () -> dice.one("60d", "7d", "12h")));
        Map<String, Object> renew = map("opens", map("before", dice.one("60d", "2w")));
        dice.maybe(renew, "closes", () -> map("after", dice.span()));
        dice.maybe(renew, "when", () -> map("passed", map("on", activity(), "inWindow", true)));
        dice.maybe(renew, "from", () -> dice.one("expiry", "earned"));
        dice.maybe(renew, "afterClose", () -> "full");
        dice.maybe(badge, "renew", () -> renew);
    }

    private Map<String, Object> satisfied() {
        Map<String, Object> satisfied = with(scope(), "on", "netsec");
        dice.maybe(satisfied, "level", () -> "course");
        dice.maybe(satisfied, "waived", () -> dice.one("accept", "ignore"));
        dice.maybe(satisfied, "derive", () -> "moveOn");
        return satisfied;
    }

    private Map<String, Object> holds() {
        Map<String, Object> holds = dice.oneIn(2) ? map("badge", "other") : map("of", List.of("one", "two"));
        if (holds.containsKey("of")) {
            dice.maybe(holds, "n", () -> dice.from(1, 2));
        }
        dice.maybe(holds, dice.one("state", "heldFor"), () -> "everHeld");
        holds.replace("heldFor", "90d");
        return named(holds);
    }

    private Map<String, Object> approved() {
        Map<String, Object> approved = map("by", "instructor");
        dice.maybe(approved, "n", () -> dice.one(1, 100));
        dice.maybe(approved, "rubric", () -> "r1");
        return named(approved);
    }

    private Map<String, Object> attested() {
        return switch (dice.from(0, 4)) {
            case 0 -> map("member", named(map("cohort", "2026")));
            case 1 -> map("enrolled", dice.oneIn(2) ? "course" : named(map("course", "cs-101")));
            case 2 -> map("profile", named(map("field", "department", "is", "nursing")));
            case 3 ->
                map("competency", named(dice.oneIn(2) ? map("id", "c1") : map("id", "c1", "level", "proficient")));
            default ->
                map("evidence", named(map("kind", dice.one("url", "file", "text"), "atLeast", dice.from(1, 100))));
        };
    }

    private Map<String, Object> passed() {
        Map<String, Object> passed = scope();
        dice.maybe(passed, "mastery", () -> "package");
        dice.maybe(passed, "orElse", dice::percent);
        return passed;
    }

    private Map<String, Object> scored() {
        Map<String, Object> scored =
                dice.oneIn(4) ? with(scope(), "grade", "B") : with(scope(), "atLeast", dice.percent());
        dice.maybe(scored, "attempt", () -> dice.one("best", "first", "latest", "average", "every"));
        return scored;
    }

    private Map<String, Object> gathered(String key, Object value) {
        Map<String, Object> of = scope();
        dice.maybe(of, "kind", () -> dice.oneIn(2) ? dice.oneOf(KINDS) : dice.some(2, () -> dice.oneOf(KINDS)));
        return map("of", of, key, value);
    }

    private String counted() {
        return dice.one("statement", "activity", "day", "week", "attempt");
    }

    private Map<String, Object> total() {
        String measure = dice.one("duration", "percent", "points");
        Object atLeast = switch (measure) {
            case "duration" -> dice.one("10h", "2w", "1 d");
            case "percent" -> dice.one("250%", "0.5 %");
            default -> dice.<Object>one(250, 0.5);
        };
        return with(gathered("measure", measure), "atLeast", atLeast);
    }

    private Map<String, Object> streak() {
        Map<String, Object> streak = with(gathered("every", dice.one("day", "week")), "length", dice.one(7, 3660));
        dice.maybe(streak, "misses", () -> dice.from(0, 6));
        return streak;
    }

    private Map<String, Object> zoned(Map<String, Object> gathering) {
        dice.maybe(gathering, "zone", () -> dice.one("Asia/Tokyo", "UTC"));
        return gathering;
    }

    private Map<String, Object> destination() {
        Map<String, Object> destination = map("to", dice.one("own", "campus"));
        dice.maybe(destination, "course", () -> dice.one(2, "evidence", "cs-101"));
        dice.maybe(destination, "grade", () -> dice.one("score", 0, 10));
        dice.maybe(destination, "of", () -> dice.one(10, 12.5, 200));
        return destination;
    }

    private Map<String, Object> test() {
        Map<String, Object> test = map("given", dice.some(3, this::given), "expect", expectation());
        dice.maybe(test, "asOf", () -> dice.one("2026-04-01", "2026-04-01T10:00:00Z", "2026-04-01T10:00:00.5+02:00"));
        return test;
    }

    private Map<String, Object> expectation() {
        return dice.one(
                map("awarded", dice.day()),
                map("awarded", dice.some(2, dice::day)),
                map("open", "79.99 %, needs 80 %"),
                map("impossible", "the first attempt is used"),
                map("unknown", "the statement carries no score"));
    }

    private Map<String, Object> given() {
        if (!dice.oneIn(3)) {
            return fact();
        }
        Map<String, Object> attestation = switch (dice.from(0, 4)) {
            case 0 -> map("profile", "department", "is", "nursing");
            case 1 -> map("competency", "c1", "level", "proficient");
            case 2 -> map("approved", "instructor", "by", "somebody");
            case 3 -> map("approved", "instructor", "rubric", "r1");
            default -> map(dice.one("holds", "member", "enrolled", "evidence"), "x");
        };
        dice.maybe(attestation, "until", dice::day);
        return with(attestation, "at", dice.one("2025-01-01", "2025-02-03"));
    }

    private Map<String, Object> fact() {
        Map<String, Object> fact =
                map(dice.oneOf(KINDS), activity(), "at", dice.one(dice.day(), "2026-03-01T10:00:00Z"));
        dice.maybe(fact, "scaled", () -> 0.8);
        dice.maybe(fact, "raw", () -> 16);
        dice.maybe(fact, "max", () -> 20);
        dice.maybe(fact, "success", () -> true);
        dice.maybe(fact, "completion", () -> false);
        dice.maybe(fact, "proctored", () -> true);
        dice.maybe(fact, "duration", () -> "PT1H");
        dice.maybe(fact, "registration", () -> "one");
        dice.maybe(fact, "attempt", () -> "two");
        dice.maybe(fact, "from", () -> "proctor");
        return fact;
    }

    private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }
}
