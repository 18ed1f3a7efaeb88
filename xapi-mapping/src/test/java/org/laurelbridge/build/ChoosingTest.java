package org.laurelbridge.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a form asks for in other words than a document has. */
class ChoosingTest {
    private static final String HEAD = "brl: 1\nkind: badge\nid: x\nversion: 1\ntitle: X\nwhen:\n";

    private final Map<String, String> form =
            new LinkedHashMap<>(Map.of("id", "x", "version", "1", "title", "X", "r:word", "all", "r:was", "all"));

    private void row(String place, String word, String... fields) {
        form.put(place + ":word", word);
        form.put(place + ":was", word);
        for (int at = 0; at < fields.length; at += 2) {
            form.put(place + ":" + fields[at], fields[at + 1]);
        }
    }

    private Sheet sent() {
        return Posted.read(form);
    }

    @Test
    void severalActivities_becomeAsManyConditions_ofWhichSomeAreEnough() {
        row("r-0", "completed");
        row("r-1", "scored", "on", "quiz", "atLeast", "80");
        form.put(Several.box("r", "lab-2"), "yes");
        form.put(Several.box("r", "lab-1"), "yes");
        form.put(Several.enough("r"), "1");

        Several several = Several.read("several:r", form).orElseThrow();
        Sheet changed = several.to(sent());

        assertThat(changed.document()).isEqualTo(HEAD + """
                          all:
                            - scored: {on: quiz, atLeast: 80%}
                            - atLeast:
                                n: 1
                                of:
                                  - completed: lab-2
                                  - completed: lab-1
                        """);
        assertThat(several.next(changed)).isEqualTo("r-1");
    }

    @Test
    void severalActivities_ofWhichAllAreAskedFor_comeIntoTheGroupItself() {
        row("r-0", "any");
        form.put(Several.box("r-0", "lab-1"), "yes");
        form.put(Several.each("r-0"), "passed");

        Sheet changed = Several.read("several:r-0", form).orElseThrow().to(sent());

        assertThat(changed.when().rows().get(0).rows())
                .containsExactly(new Row("passed", Map.of("on", "lab-1"), null, List.of()));
        assertThat(Several.read("several:r-0", Map.of()).orElseThrow().to(changed))
                .isEqualTo(changed);
        assertThat(Several.read("add:r", form)).isEmpty();
    }

    @Test
    void numbersAndUnits_areWrittenAsOne_andWhatIsNoNumberStays() {
        row("r-0", "completed", "on", "a", "inLast", "90", "inLast:unit", "d");
        row("r-1", "total", "of.on", "a", "measure", "duration", "atLeast", "10", "atLeast:unit", "h");
        row("r-2", "completed", "on", "a", "inLast", "soon", "inLast:unit", "d");
        form.putAll(Map.of("valid.for", "6", "valid.for:unit", "mo"));
        form.putAll(Map.of("remind:0", "60", "remind:0:unit", "d", "remind:1", "", "remind:1:unit", "d"));
        form.putAll(Map.of("remind:2", "2", "remind:2:unit", "w"));

        Sheet sheet = sent();

        assertThat(sheet.values()).contains(entry("valid.for", "6mo"), entry("remind", "60d, 2w"));
        assertThat(sheet.when().rows())
                .extracting(
                        row -> row.values().getOrDefault("inLast", row.values().get("atLeast")))
                .containsExactly("90d", "10h", "soon");
        assertThat(Measure.of("6mo")).isEqualTo(new Measure("6", "mo"));
        assertThat(Measure.of("soon")).isEqualTo(new Measure("soon", ""));
        assertThat(Measure.list("60d, 2w")).containsExactly(new Measure("60", "d"), new Measure("2", "w"));
    }

    @Test
    void badges_areTicked() {
        row("r-0", "holds", "of:b", "true", "of:a", "true", "n", "1");

        assertThat(sent().when().rows().get(0).values()).containsEntry("of", "b, a");
    }

    @Test
    void conditionThatAnotherComesAfter_getsItsNameFromItsActivity_orKeepsItsOwn() {
        row("r-0", "completed", "on", "course");
        row("r-1", "passed", "on", "exam", "within.days", "30", "within.after", "@r-0");
        row("r-2", "passed", "on", "other", "within.days", "30", "within.after", "@r-0");
        row("r-3", "passed", "on", "third", "within.days", "1", "within.after", "@r-9");

        Sheet sheet = sent();

        assertThat(sheet.document()).isEqualTo(HEAD + """
                          all:
                            - completed: {on: course, as: course}
                            - passed: {on: exam, within: {days: 30, after: course}}
                            - passed: {on: other, within: {days: 30, after: course}}
                            - passed: {on: third, within: {days: 1, after: "@r-9"}}
                        """);
        assertThat(sheet.before("r-1"))
                .containsExactly(entry("course", "r-0"), entry("@r-2", "r-2"), entry("@r-3", "r-3"));
    }

    @Test
    void whatIsAskedForInOrder_hasNoNames() {
        row("r-0", "inOrder");
        row("r-0-0", "completed", "on", "a");
        row("r-1", "completed", "on", "b");

        assertThat(sent().before("r-1")).isEmpty();
    }

    @Test
    void renewalAndSkills_areBegun_andTakenAway() {
        row("r-0", "completed", "on", "a");
        Sheet begun = Change.read("add:w").orElseThrow().to(sent());
        Sheet more = Change.read("add:w").orElseThrow().to(begun);
        Change.At skill = Change.read("add:a").orElseThrow();
        Sheet skilled = skill.to(skill.to(more).alignedWith(Map.of("framework", "SFIA", "code", "PROG")));

        assertThat(Objects.requireNonNull(more.renewal()).rows()).hasSize(2);
        assertThat(skill.next(skilled)).isEqualTo("a-1");
        assertThat(skilled.document()).contains("\nalign:\n  - framework: SFIA\n    code: PROG\n");
        Sheet without = Change.read("remove:a-0").orElseThrow().to(skilled);
        assertThat(Change.read("remove:w").orElseThrow().to(without).document()).isEqualTo(sent().document());
    }
}
