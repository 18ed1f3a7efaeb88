package org.laurelbridge.bridge.map;

import java.util.regex.Pattern;
import org.laurelbridge.xapi.Problem;

/** All that the reader refuses and no schema can: closed, so that any other disagreement is a mistake in one of the two. */
enum BeyondSchema {
    UNKNOWN_ACTIVITY("expected the label of an activity in the mapping", "when: {completed: exm}"),
    UNKNOWN_KIND("expected a kind of the mapping", "when: {did: {kind: flaged, on: exam}}"),
    UNKNOWN_NAME(
            "expected the name \\(as:\\) of a condition",
            "when: {completed: {on: exam, within: {days: 3, after: course}}}"),
    NAME_TAKEN(
            "expected a name of its own", "when: {all: [{completed: {on: exam, as: a}}, {passed: {on: exam, as: a}}]}"),
    NAMES_IN_A_CIRCLE(
            "that wait for each other in a circle",
            "when: {completed: {on: exam, as: a, within: {days: 3, after: a}}}"),
    NAME_INSIDE_IN_ORDER(
            "found a name \\(as:\\) inside inOrder",
            "when: {inOrder: [{completed: {on: exam, as: a}}, {passed: exam}]}"),
    NEEDS_NOTHING("found a rule that is met when nothing has been done", "when: {none: [{completed: exam}]}"),
    TOO_MANY_CONDITIONS("found a rule of \\d+ conditions", "when: {any: [" + "{completed: exam}, ".repeat(200) + "]}"),
    TOO_DEEP("levels deep", "when: " + "{all: [".repeat(12) + "{completed: exam}" + "]}".repeat(12)),
    MORE_THAN_THERE_ARE(
            "\\.n\\): found the number .*, expected a whole number from 1 to \\d+$",
            "when: {atLeast: {n: 2, of: [{completed: exam}]}}"),
    MORE_MISSES_THAN_DAYS(
            "\\.misses\\): found the number .*, expected a whole number from 0 to \\d+$",
            "when: {streak: {of: {on: exam}, every: day, length: 3, misses: 3}}"),
    UNTIL_BEFORE_SINCE(
            "expected a day no earlier than since",
            "when: {completed: {on: exam, since: 2026-03-02, until: 2026-03-01}}"),
    NO_SUCH_DAY(
            "found the text \"\\d{4}-\\d\\d-\\d\\d\", expected a (date|day)",
            "when: {completed: {on: exam, since: 2026-02-30}}"),
    NO_SUCH_MOMENT(
            "found the text \"\\d{4}-\\d\\d-\\d\\dT.*\", expected a date, as 2026-03-01, or a moment",
            "when: {completed: exam}\ntests: [{given: [{passed: exam, at: 2026-03-01T25:00:00Z}], expect: {open: x}}]"),
    ENDS_BEFORE_IT_BEGINS(
            "expected a moment after at: nothing ends before it begins",
            "when: {completed: exam}\ntests: [{given: [{holds: x, at: 2026-03-01, until: 2026-02-01}], expect: {open: x}}]"),
    UNKNOWN_ZONE("expected a time zone", "when: {completed: exam}\nzone: Europe/Pariss"),
    GRADE_ABOVE_MAXIMUM(
            "\\.grade\\): found the number .*, expected score, or points from 0 to",
            "when: {completed: exam}\ndeliver: [{to: own, grade: 11, of: 10}]"),
    MAX_NOT_ABOVE_MIN(
            "\\.max\\): found the number .*, expected more than min",
            "when: {completed: exam}\ntests: [{given: [{passed: exam, raw: 1, max: 0, at: 2026-03-01}], expect: {open: x}}]"),
    MORE_THAN_A_FACT_HAS(
            "given\\[\\d+]\\.[a-zA-Z]+\\): found the key",
            "when: {completed: exam}\ntests: [{given: [{flagged: exam, fro: x, at: 2026-03-01}], expect: {open: x}}]"),
    NO_KIND_OF_THE_MAPPING(
            "given\\[\\d+]\\): found .*, expected a fact: one kind",
            "when: {completed: exam}\ntests: [{given: [{flaged: exam, at: 2026-03-01}], expect: {open: x}}]"),
    NUMBER_BEYOND_BOUNDS(
            "expected a decimal number with an exponent",
            "when: {total: {of: {on: exam}, measure: points, atLeast: 1e40}}"),
    OWN_BADGE("expected another badge: nobody could be the first", "when: {holds: {badge: t}}"),
    UNKNOWN_GRADE("expected a letter of score.grades", "when: {scored: {on: exam, grade: Z}}"),
    OTHER_LEVEL("which it is in its course structure", "when: {satisfied: {on: netsec, level: au}}"),
    IN_NO_STRUCTURE("found moveOn of", "when: {satisfied: {on: exam, derive: moveOn}}"),
    OUTSIDE_OF_A_RENEWAL("found inWindow outside of a renewal", "when: {passed: {on: exam, inWindow: true}}"),
    CANNOT_BE_MET("expected a rule that can be met", "when: {all: [{completed: exam}, {none: [{completed: exam}]}]}"),
    TERM_LACKS_ANOTHER(" beside it: ", "when: {completed: exam}\nremind: [7d]"),
    OPENS_TOO_EARLY(
            "expected opens: \\{before: …} shorter than",
            "when: {completed: exam}\nvalid: {for: 30d}\nrepeat: cycles\nrenew: {opens: {before: 60d}}"),
    EARNED_AGAIN_BY_WHAT_LASTS("earned again and again by what lasts", "when: {member: {cohort: x}}\nrepeat: cycles"),
    OTHER_VERSION(
            "\\.(new|underway)\\): found the text \"v\\d+\", expected one of",
            "when: {completed: exam}\napplies: {new: v2, underway: either}"),
    TRANSLATED_INTO_ITSELF(
            "found the badge's own language, expected another",
            "when: {completed: exam}\ncredential: {language: en, translations: {en: {title: T}}}"),
    LABEL_TWICE(
            "expected every label once, in structures too",
            "activities: {a: {match: {id: 'x:a'}, structure: {a: {publisher: 'x:b', moveOn: Passed}}}}",
            "mapping"),
    PUBLISHER_TWICE(
            "expected a publisher id of its own",
            "activities: {a: {match: {id: 'x:a'}, structure: {b: {publisher: 'x:b', moveOn: Passed}, c: {publisher: 'x:b', moveOn: Passed}}}}",
            "mapping"),
    HOLE_NOBODY_FILLS(
            "expected a hole that \"object\" has", "rewrite: [{object: 'x:{a}', activity: 'y:{b}'}]", "mapping");

    private static final String BADGE = "brl: 1\nkind: badge\nid: t\nversion: 1\ntitle: T\n";
    private static final String MAPPING = "brl: 1\nkind: mapping\nname: t\nversion: 1\n";

    private final Pattern told;
    private final String example;

    BeyondSchema(String told, String rest) {
        this.told = Pattern.compile(told);
        this.example = BADGE + rest + "\n";
    }

    BeyondSchema(String told, String rest, String kind) {
        this.told = Pattern.compile(told);
        this.example = (kind.equals("mapping") ? MAPPING : BADGE) + rest + "\n";
    }

    /** A document that only this is wrong with. */
    String example() {
        return example;
    }

    boolean tells(Problem problem) {
        return told.matcher(problem.toString()).find();
    }

    static boolean isBeyond(Problem problem) {
        for (BeyondSchema one : values()) {
            if (one.tells(problem)) {
                return true;
            }
        }
        return false;
    }
}
