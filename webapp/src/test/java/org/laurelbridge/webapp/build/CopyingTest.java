package org.laurelbridge.webapp.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.deliver.moodle.CourseModules.Module;
import org.laurelbridge.bridge.map.FoundActivities.Found;
import org.laurelbridge.build.Sheet;
import org.laurelbridge.document.Problems;
import org.laurelbridge.mapping.Mapping;
import org.laurelbridge.mapping.MappingReader;

/** Which activity takes the place of which when a badge goes to another course. */
class CopyingTest {
    private static final String LMS = "https://lms.example/mod/quiz/view.php?id=";
    private static final Mapping MAPPING =
            MappingReader.read("mapping", """
                    brl: 1
                    kind: mapping
                    name: campus
                    version: 1
                    activities:
                      quiz: {title: Quiz, match: {id: "https://lms.example/mod/quiz/view.php?id=1"}}
                      lab: {title: Lab, match: {id: "https://lms.example/mod/quiz/view.php?id=2"}}
                      essay: {title: Essay, match: {id: "https://lms.example/mod/quiz/view.php?id=3"}}
                      quiz-two: {title: Quiz 2, match: {id: "https://lms.example/mod/quiz/view.php?id=11"}}
                    """).mapping().orElseThrow();

    private static Module module(int id, String title) {
        return new Module(LMS + id, title, "quiz");
    }

    @Test
    void sameIdNumbers_takeEachOthersPlace_alsoWhereTheMappingLacksTheOther() {
        Map<String, Module> here = Map.of("q", module(1, "Quiz"), "l", module(2, "Lab"), "e", module(3, "Essay"));
        Map<String, Module> there = Map.of("q", module(11, "Quiz 2"), "l", module(12, "New lab"));
        Unmapped unmapped = Unmapped.of(MAPPING, List.of(new Found(LMS + 12, "New lab", "quiz")));

        Map<String, String> labels = Copying.labels(MAPPING, unmapped, here, there);

        assertThat(labels).containsExactlyInAnyOrderEntriesOf(Map.of("quiz", "quiz-two", "lab", "new-lab-2f2015"));
        Sheet copy = Sheet.read("badge", """
                        brl: 1
                        kind: badge
                        id: both
                        version: 1
                        title: Both
                        when:
                          all:
                            - scored: {on: quiz, atLeast: 80%}
                            - completed: lab
                            - passed: essay
                        """, new Problems())
                .orElseThrow()
                .about(label -> Optional.ofNullable(labels.get(label)));
        assertThat(copy.document())
                .contains("on: quiz-two", "completed: new-lab-2f2015")
                .doesNotContain("essay");
        assertThat(copy.activities()).containsExactly("quiz-two", "new-lab-2f2015");
    }
}
