package org.laurelbridge.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.laurelbridge.document.DocumentWriter;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.RuleReader;
import org.laurelbridge.rule.Vocabulary;

/** Documents written, read back, shown as a form, sent and written again say the same. */
class BuildingTest {
    private static final int MANY = 1_000;
    private static final List<String> CONDITIONS = List.of(
            "completed",
            "passed",
            "satisfied",
            "did",
            "scored",
            "all",
            "any",
            "none",
            "atLeast",
            "count",
            "total",
            "streak",
            "inOrder",
            "holds",
            "member",
            "enrolled",
            "profile",
            "competency",
            "approved",
            "evidence");

    private static final RuleReader READER = new RuleReader(Vocabulary.open());

    @Test
    void anyOfAThousandRulesIsTheSameAfterItWasBuiltExportedReadAndOpenedAgain() {
        TreeSet<String> words = new TreeSet<>();
        TreeSet<String> shown = new TreeSet<>();
        for (int seed = 0, read = 0; read < MANY; seed++) {
            Node.Entries document = new RandomDocuments(new Random(seed)).badge();
            String line = DocumentWriter.line(document);
            RuleReader.Answer first = READER.read("line", line);
            if (first.badge().isPresent()) {
                read++;
                Badge meant = first.badge().get();
                meant.rules().flatMap(rule -> rule.everything()).forEach(one -> words.add(one.word()));
                String written = DocumentWriter.write(document);
                assertThat(read(written)).as(written).isEqualTo(plain(meant));
                Sheet sheet = sheet(written);
                shown.addAll(sheet.values().keySet());
                sheet.aligned().forEach(skill -> shown.addAll(skill.values().keySet()));
                shown.add(sheet.renewal() == null ? "" : "renew.when");
                String built = sheet.document();
                assertThat(read(built)).as(built).isEqualTo(plain(meant));
                Sheet sent = Posted.read(Posted.write(sheet));
                assertThat(sent.document()).isEqualTo(built);
                assertThat(sheet(built).document()).isEqualTo(built);
            }
            assertThat(seed)
                    .as("documents that cannot be read: " + first.problems())
                    .isLessThan(20 * MANY);
        }
        assertThat(words).containsAll(CONDITIONS);
        assertThat(shown).contains("renew.when", "framework", "code", "name", "url", "rigour.proctored");
    }

    @Test
    void whatTheRulesOfTheSpecificationSayStandsAsAPersonWouldWriteIt() {
        String text = """
                brl: 1
                kind: badge
                id: labs
                version: 1
                title: Labs
                when:
                  all:
                    - scored: {on: quiz, atLeast: 80%, attempt: best}
                    - atLeast:
                        n: 3
                        of:
                          - completed: lab-1
                          - completed: lab-2
                          - completed: lab-3
                          - completed: lab-4
                          - completed: lab-5
                """;

        assertThat(sheet(text).document()).isEqualTo(text);
    }

    @Test
    void whatAFormDoesNotKnowIsKeptAsItIs() {
        String text = """
                brl: 1
                kind: badge
                id: x
                version: 1
                title: X
                when:
                  all:
                    - wished: {for: a star, on: [here, there]}
                    - completed: {on: a, within: {days: 3, after: b}, as: c, sometimes: 3}
                    - completed: {on: [a, b]}
                surprise: true
                """;

        Sheet sent = Posted.read(Posted.write(sheet(text)));

        assertThat(sent.document()).isEqualTo(text);
        assertThat(sent.when().rows().get(0).word()).isEqualTo(Sort.KEPT);
    }

    @Test
    void howLongABadgeHoldsIsChosen_andWhatRenewsIt() {
        String text = """
                brl: 1
                kind: badge
                id: x
                version: 1
                title: X
                when:
                  all:
                    - completed: {on: a, as: course}
                    - count: {of: {kind: answered, on: b, within: {days: 30, after: course}}, atLeast: 3}
                valid: {for: 1y}
                remind: [60d, 2w]
                renew:
                  opens: {before: 60d}
                  closes: {after: 30d}
                  from: earned
                  when: {completed: {on: a, inWindow: true}}
                repeat: cycles
                unsupported: suspend
                rigour: {assessment: By exam, proctored: false}
                """;

        Sheet sheet = sheet(text);

        assertThat(sheet.document()).isEqualTo(text);
        assertThat(sheet.values())
                .containsEntry("valid.for", "1y")
                .containsEntry("remind", "60d, 2w")
                .containsEntry("renew.opens.before", "60d")
                .containsEntry("unsupported", "suspend");
        assertThat(sheet.when().rows().get(1).values())
                .containsEntry("of.within.days", "30")
                .containsEntry("of.within.after", "course");
        assertThat(sheet.before("r-1")).containsExactly(entry("course", "r-0"));
        assertThat(sheet.values()).containsEntry("rigour.proctored", "false");
        assertThat(Objects.requireNonNull(sheet.renewal()).values()).containsEntry("inWindow", "true");
        assertThat(sheet.kept()).isNull();
    }

    private static Sheet sheet(String text) {
        return Sheet.read("sheet", text, new Problems()).orElseThrow();
    }

    private static Badge read(String text) {
        RuleReader.Answer answer = READER.read("text", text);
        assertThat(answer.problems()).as(text).isEmpty();
        return plain(answer.badge().orElseThrow());
    }

    /** Without the text that it was written as. */
    private static Badge plain(Badge badge) {
        return new Badge(
                badge.id(),
                badge.version(),
                badge.title(),
                badge.description(),
                badge.when(),
                badge.terms(),
                badge.deliver(),
                badge.zone(),
                badge.visibility(),
                badge.align(),
                badge.image(),
                badge.rigour(),
                badge.credential(),
                badge.tests(),
                "");
    }
}
