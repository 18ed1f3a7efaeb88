package org.laurelbridge.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Nodes;

/** Badge documents over the whole language: every condition, every modifier, every key around them. */
final class RandomDocuments {
    private static final List<String> STRANGE = List.of(
            "plain",
            "two words",
            "yes",
            "null",
            "1e3",
            "0x10",
            "80 %",
            "- a: [b]",
            "# no comment",
            "\"quoted\" \\ 'too'",
            "a: b, {c}",
            " space around ",
            "Größe ✓ 🎓",
            "line\nand\n  another\n",
            "tab\there",
            "\u2028\u00ad\u0001",
            "~",
            "2026-03-01",
            "12:30",
            "&a *b !c",
            "%d");

    private final Random random;
    private final List<String> names = new ArrayList<>();
    private boolean mayName = true;
    private boolean isRenewal;

    RandomDocuments(Random random) {
        this.random = random;
    }

    /** One that is readable more often than not. */
    Node.Entries badge() {
        names.clear();
        Map<String, Node> badge = new LinkedHashMap<>();
        badge.put("brl", Nodes.number("1"));
        badge.put("kind", Nodes.text("badge"));
        badge.put("id", Nodes.text(oneOf("k8s-quiz", "a.b_c", "7", "on")));
        badge.put("version", number(1, 9));
        badge.put("title", text());
        badge.put("when", condition(3));
        some(badge, "description", this::text);
        some(badge, "award", () -> word("auto", "claim", "approve"));
        some(badge, "late", () -> word("accept", "approve"));
        some(badge, "settle", () -> oneOf(span("m"), map("gain", span("h"), "lose", span("s")), Nodes.number("0")));
        some(badge, "unsupported", () -> word("review", "revoke", "suspend", "keep"));
        some(badge, "continuous", this::truth);
        some(badge, "image", this::text);
        some(badge, "zone", () -> word("Europe/Paris", "UTC"));
        some(badge, "public", () -> word("learner-decides", "always"));
        some(badge, "rigour", () -> map("assessment", text(), "proctored", truth()));
        some(badge, "align", () -> Nodes.list(List.of(aligned(), aligned())));
        some(badge, "deliver", this::deliver);
        some(badge, "applies", () -> map("new", Nodes.text("v" + written(badge)), "underway", word("either", "v1")));
        some(badge, "credential", this::credential);
        some(badge, "tests", this::tests);
        lasting(badge);
        return Nodes.map(badge);
    }

    private Node aligned() {
        Map<String, Node> skill = Nodes.values(map("framework", text(), "code", text()));
        some(skill, "name", this::text);
        some(skill, "url", () -> word("https://example.org/skills/1"));
        some(skill, "type", () -> word("CFItem"));
        return Nodes.map(skill);
    }

    private static String written(Map<String, Node> badge) {
        return ((Node.Decimal) badge.get("version")).written();
    }

    private void lasting(Map<String, Node> badge) {
        int choice = random.nextInt(4);
        if (choice == 0) {
            badge.put("once", truth());
        } else if (choice == 1) {
            badge.put("valid", map("until", Nodes.text("2027-12-31")));
        } else if (choice == 2) {
            badge.put("valid", map("for", Nodes.text("1y")));
            badge.put("remind", Nodes.list(List.of(Nodes.text("60d"), Nodes.text("2w"))));
            badge.put("repeat", Nodes.text("cycles"));
            isRenewal = true;
            names.clear();
            badge.put(
                    "renew",
                    map(
                            "opens", map("before", Nodes.text("60d")),
                            "closes", map("after", Nodes.text("30d")),
                            "when", condition(1),
                            "from", word("expiry", "earned"),
                            "afterClose", Nodes.text("full")));
            isRenewal = false;
        }
    }

    private Node condition(int depth) {
        int choice = random.nextInt(depth == 0 ? 15 : 24);
        return switch (choice) {
            case 0 -> map("completed", random.nextBoolean() ? activity() : scope(map()));
            case 1 ->
                map(
                        "passed",
                        random.nextBoolean()
                                ? activity()
                                : scope(map("mastery", Nodes.text("package"), "orElse", percent())));
            case 2 -> map("scored", scope(map("atLeast", percent(), "attempt", attempt())));
            case 3 -> map("scored", scope(map("grade", Nodes.text("B"))));
            case 4 -> map("did", scope(map("kind", kind())));
            case 5 -> map("count", map("of", sort(), "per", per(), "atLeast", number(1, 20), "zone", zone()));
            case 6 -> total();
            case 7 ->
                map("streak", map("of", sort(), "every", every(), "length", number(3, 9), "misses", number(0, 2)));
            case 8 ->
                map(
                        "satisfied",
                        random.nextBoolean()
                                ? activity()
                                : scope(map(
                                        "level", word("course", "block"),
                                        "waived", word("accept", "ignore"),
                                        "derive", Nodes.text("moveOn"))));
            case 9 -> holds();
            case 10 -> map("member", named(map("cohort", text())));
            case 11 -> map("enrolled", random.nextBoolean() ? text() : named(map("course", text())));
            case 12 -> map("profile", named(map("field", text(), "is", text())));
            case 13 -> map("approved", named(map("by", text(), "n", number(1, 3), "rubric", text())));
            case 14 ->
                random.nextBoolean()
                        ? map("evidence", named(map("kind", word("url", "file", "text"), "atLeast", number(1, 3))))
                        : map("competency", named(map("id", text(), "level", text())));
            case 15, 16 -> map("all", parts(depth));
            case 17 -> map("any", parts(depth));
            case 18 -> map("none", parts(depth));
            case 19 -> inOrder(depth);
            default -> map("atLeast", map("n", number(1, 1), "of", parts(depth)));
        };
    }

    private Node inOrder(int depth) {
        boolean before = mayName;
        mayName = false;
        Node parts = parts(depth);
        mayName = before;
        return map("inOrder", parts);
    }

    private Node parts(int depth) {
        List<Node> parts = new ArrayList<>();
        for (int part = 1 + random.nextInt(3); part > 0; part--) {
            parts.add(condition(depth - 1));
        }
        return Nodes.list(parts);
    }

    private Node total() {
        return switch (random.nextInt(3)) {
            case 0 -> map("total", map("of", sort(), "measure", word("duration"), "atLeast", span("h")));
            case 1 -> map("total", map("of", sort(), "measure", word("percent"), "atLeast", percent()));
            default -> map("total", map("of", sort(), "measure", word("points"), "atLeast", Nodes.number("12.50")));
        };
    }

    private Node holds() {
        return switch (random.nextInt(4)) {
            case 0 -> map("holds", named(map("badge", Nodes.text("other"), "state", word("valid", "everHeld"))));
            case 1 -> map("holds", named(map("badge", Nodes.text("other"), "heldFor", span("d"))));
            default ->
                map(
                        "holds",
                        named(map("of", Nodes.list(List.of(Nodes.text("b"), Nodes.text("c,d"))), "n", number(1, 2))));
        };
    }

    private Node sort() {
        return scope(
                switch (random.nextInt(3)) {
                    case 0 -> map();
                    case 1 -> map("kind", kind());
                    default -> map("kind", Nodes.list(List.of(kind(), kind())));
                });
    }

    private Node scope(Node.Entries fields) {
        Map<String, Node> all = new LinkedHashMap<>(Map.of("on", activity()));
        all.putAll(Nodes.values(fields));
        few(all, "from", this::text);
        few(all, "proctored", this::truth);
        few(all, "since", () -> Nodes.text("2026-03-01"));
        few(all, "until", () -> Nodes.text("2026-06-30"));
        few(all, "inLast", () -> span("d"));
        few(all, "registration", () -> Nodes.text("same"));
        if (isRenewal) {
            few(all, "inWindow", this::truth);
        }
        if (!names.isEmpty()) {
            String name = names.get(random.nextInt(names.size()));
            few(all, "within", () -> map("days", number(1, 60), "after", Nodes.text(name)));
        }
        return named(Nodes.map(all));
    }

    private Node named(Node.Entries fields) {
        Map<String, Node> all = Nodes.values(fields);
        if (mayName && random.nextInt(4) == 0) {
            String name = "name " + names.size();
            names.add(name);
            all.put("as", Nodes.text(name));
        }
        return Nodes.map(all);
    }

    private Node deliver() {
        return Nodes.list(List.of(
                map(
                        "to",
                        Nodes.text("moodle"),
                        "course",
                        Nodes.number("007"),
                        "grade",
                        word("score"),
                        "of",
                        number(1, 9)),
                map("to", Nodes.text("own"), "course", word("evidence", "x"), "grade", Nodes.number("0.5"))));
    }

    private Node credential() {
        return map(
                "type", word("MicroCredential", "ext:Other"),
                "credits", Nodes.number("2.5"),
                "ects", number(1, 9),
                "workload", number(1, 90),
                "eqf", number(1, 8),
                "participation", word("online", "on-site", "blended"),
                "quality", text(),
                "supervision", text(),
                "prerequisites", text(),
                "stackable", text(),
                "field", text(),
                "code", text(),
                "tags", Nodes.list(List.of(text())),
                "outcomes", Nodes.list(List.of(text(), text())),
                "language", Nodes.text("en"),
                "criteria", text(),
                "translations", map("de", map("title", text()), "no", map("title", text(), "description", text())));
    }

    private Node tests() {
        Node fact = map("passed", activity(), "raw", number(1, 9), "max", number(9, 9), "at", Nodes.text("2026-03-01"));
        return Nodes.list(List.of(
                map("given", Nodes.list(List.of(fact, map("note", text()))), "expect", map("open", text()))));
    }

    private void some(Map<String, Node> map, String key, Supplier<Node> value) {
        if (random.nextInt(3) == 0) {
            map.put(key, value.get());
        }
    }

    private void few(Map<String, Node> map, String key, Supplier<Node> value) {
        if (random.nextInt(6) == 0) {
            map.put(key, value.get());
        }
    }

    private Node activity() {
        return word("quiz", "lab-1", "lab-2", "on", "strange: label");
    }

    private Node kind() {
        return word("completed", "answered", "https://example.org/verbs/waved,twice");
    }

    private Node attempt() {
        return word("best", "first", "latest", "average", "every");
    }

    private Node per() {
        return word("statement", "activity", "day", "week", "attempt");
    }

    private Node every() {
        return word("day", "week");
    }

    private Node zone() {
        return word("Europe/Paris", "UTC");
    }

    private Node percent() {
        return word("80%", "66.67%", "80 %");
    }

    private Node span(String unit) {
        return Nodes.text(1 + random.nextInt(9) + unit);
    }

    private Node number(int least, int most) {
        return Nodes.number(String.valueOf(least + random.nextInt(most - least + 1)));
    }

    private Node truth() {
        return Nodes.truth(random.nextBoolean());
    }

    private Node text() {
        return Nodes.text(STRANGE.get(random.nextInt(STRANGE.size())));
    }

    private Node word(String... words) {
        return Nodes.text(oneOf(words));
    }

    @SafeVarargs
    private <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }

    private static Node.Entries map(Object... keysAndValues) {
        Map<String, Node> map = new LinkedHashMap<>();
        for (int at = 0; at < keysAndValues.length; at += 2) {
            map.put((String) keysAndValues[at], (Node) keysAndValues[at + 1]);
        }
        return Nodes.map(map);
    }
}
