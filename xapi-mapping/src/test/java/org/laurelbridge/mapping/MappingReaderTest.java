package org.laurelbridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurelbridge.xapi.Problem;

class MappingReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "use: [adl@2]                                  | m.yaml:5:7 (use[0])                 | one of adl@1",
                "unknwon: park                                 | m.yaml:5:1 (unknwon)                | did you mean \"unknown\"?",
                "unknown: parc                                 | (unknown)                           | did you mean \"park\"?",
                "identity: [{email: mbox}]                     | (identity[0].email)                 | one of account, mbox",
                "activities: {a: {match: {}}}                  | (activities.a.match)                | one of id, idLike",
                "activities: {a: {match: {id: nowhere}}}       | (activities.a.match.id)             | an IRI, with its scheme",
                "activities: {'a b': {match: {id: 'x:y'}}}     | (activities.a b)                    | letters, digits",
                "activities: {a: {match: {id: 'x:y', under: 'x:z'}}} | (activities.a.match)          | both, or neither",
                "verbs: {passed: [nothing]}                    | (verbs.passed[0])                   | the IRI of a verb",
                "verbs: {voided: ['x:y']}                      | (verbs.voided)                      | a kind that a mapping may give",
                "verbs: {'My Kind!': ['x:y']}                  | (verbs.My Kind!)                    | a word of letters",
                "activities: {a: {match: {idLike: 'x:/a*b*'}}} | (activities.a.match.idLike)         | one * in a path segment",
                "score: {order: [scale]}                       | (score.order[0])                    | did you mean \"scaled\"?",
                "time: {skew: soon}                            | (time.skew)                         | a length of time",
                "trust: {a: {may: [facts]}}                    | (trust.a)                           | to know the source by",
                "trust: {a: {connection: a, authority: {}, may: [facts]}} | (trust.a.authority)      | account: {homePage, name} or mbox",
                "rewrite: [{object: 'x/{a}', activity: 'y', attempt: '{b}'}] | (rewrite[0])          | a hole that \"object\" has",
                "rewrite: [{object: 'x{a', activity: 'y'}]     | (rewrite[0].object)                 | a template",
                "rewrite: [{object: 'x/{a}', activity: 'y/{b}'}] | (rewrite[0])                      | a hole that \"object\" has",
                "rewrite: [{object: 'x/{root}', activity: 'y'}] | (rewrite[0].object)                | only at the start",
            })
    void read_tellsPlaceAndWhatWasExpected(String body, String place, String expected) {
        MappingReader.Answer answer =
                MappingReader.read("m.yaml", "brl: 1\nkind: mapping\nname: m\nversion: 1\n" + body + "\n");
        assertThat(answer.mapping()).isEmpty();
        assertThat(answer.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).contains(place);
            assertThat(problem.expected()).contains(expected);
        });
    }

    /** Whoever mistypes a key must not think that it was heard. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "zzz: 1",
                "identity: [{account: {homePage: 'x:y', name: id, zzz: 1}}]",
                "rewrite: [{object: 'x/{a}', activity: 'y/{a}', zzz: 1}]",
                "iris: {zzz: 1}",
                "attempt: {zzz: 1}",
                "ignore: [{extension: 'x:y', is: [a], zzz: 1}]",
                "score: {zzz: 1}",
                "score: {conflict: {zzz: 1}}",
                "success: {zzz: 1}",
                "time: {zzz: 1}",
                "trust: {a: {connection: a, may: [facts], zzz: 1}}",
                "trust: {a: {authority: {mbox: 'mailto:a@b.c', zzz: 1}, may: [facts]}}",
                "trust: {a: {authority: {account: {homePage: 'x:y', name: a, zzz: 1}}, may: [facts]}}",
                "verbs: {passed: {verb: 'x:y', zzz: 1}}",
                "verbs: {passed: {verb: 'x:y', if: {zzz: 1}}}",
                "activities: {a: {match: {id: 'x:y'}, zzz: 1}}",
                "activities: {a: {match: {id: 'x:y', zzz: 1}}}",
                "activities: {a: {match: {id: 'x:y'}, score: {zzz: 1}}}"
            })
    void read_keyThatNobodyKnows_isRefusedEverywhere(String body) {
        MappingReader.Answer answer =
                MappingReader.read("m.yaml", "brl: 1\nkind: mapping\nname: m\nversion: 1\n" + body + "\n");
        assertThat(answer.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.found()).isEqualTo("the key \"zzz\""));
    }

    @Test
    void read_tellsAllProblemsTogether() {
        MappingReader.Answer answer = MappingReader.read("m.yaml", "brl: 2\nkind: mapping\nuse: [x]\nunknown: 1\n");
        assertThat(answer.problems())
                .extracting(Problem::place)
                .containsExactlyInAnyOrder(
                        "m.yaml:1:1", "m.yaml:1:1", "m.yaml:1:6 (brl)", "m.yaml:3:7 (use[0])", "m.yaml:4:10 (unknown)");
    }

    @Test
    void read_theExampleOfTheLanguageIsUnderstood() {
        MappingReader.Answer answer = MappingReader.read("m.yaml", """
                brl: 1
                kind: mapping
                name: campus
                version: 4
                use: [adl@1, cmi5@1, moodle-logstore@1]
                identity:
                  - account: {homePage: https://moodle.example.org, name: username}
                  - mbox: email
                  - mbox_sha1sum: email
                  - openid: profile.openid
                unknown: park
                groups: ignore
                verbs:
                  passed:    [http://adlnet.gov/expapi/verbs/passed]
                  regraded:  {verb: [http://www.tincanapi.co.uk/verbs/evaluated], if: {instructor: present}}
                  flagged:   [https://proctor.example/verbs/irregularity]
                activities:
                  k8s-quiz:
                    title: Kubernetes quiz
                    match: {id: "https://moodle.example.org/mod/quiz/view.php?id=42"}
                  any-lab:
                    match: {type: http://adlnet.gov/expapi/activities/simulation, under: "https://moodle.example.org/course/view.php?id=7"}
                  scorm-safety:
                    match: {id: "https://scorm.example/safety"}
                    children: exclude
                    score: {max: 100}
                score:
                  order: [scaled, raw]
                  scaled: unit
                  negative: zero
                  outside: clamp
                  conflict: {above: 1%, then: warn}
                success:
                  order: [verb, result, mastery]
                  contradiction: score
                trust:
                  moodle-prod:  {authority: {account: {homePage: https://moodle.example.org, name: logstore}}, may: [facts]}
                  proctor-lrs:  {connection: proctor, may: [facts, void]}
                time: {skew: 5m, backdate: 30d}
                """);
        assertThat(answer.problems()).isEmpty();
        Mapping mapping = answer.mapping().orElseThrow();
        assertThat(mapping.name()).isEqualTo("campus");
        assertThat(mapping.version()).isEqualTo(4);
        assertThat(mapping.activities())
                .containsEntry("k8s-quiz", "Kubernetes quiz")
                .containsKeys("any-lab", "scorm-safety");
        assertThat(mapping.source()).startsWith("brl: 1\n").endsWith("backdate: 30d}\n");
    }
}
