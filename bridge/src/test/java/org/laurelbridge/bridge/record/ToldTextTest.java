package org.laurelbridge.bridge.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.laurelbridge.mapping.Identifier;

class ToldTextTest {
    @Test
    void line_keepsWhatPeopleAreCalled() {
        for (String name : List.of("Ada Lovelace", "José \uD83D\uDE80", "علي رضا", "می\u200Cخواهم", "<b>", "=1+1")) {
            assertThat(ToldText.line(name, 50)).as(name).contains(name);
        }
    }

    @Test
    void line_steersNothing() {
        for (String steering :
                List.of("\u0000", "\u001B[2J", "\r\n", "\t", "\u0085", "\u2028", "\u202E", "\u2066", "\uD800")) {
            assertThat(ToldText.line("Ada" + steering + "Lovelace" + steering, 50)
                            .orElseThrow())
                    .as(steering)
                    .matches("Ada (\\[2J)?Lovelace( \\[2J)?");
        }
        assertThat(ToldText.line(" \u202E\n", 50)).isEmpty();
    }

    @Test
    void line_isCutBetweenCharacters() {
        assertThat(ToldText.line("a".repeat(10_000), 500).orElseThrow()).hasSize(500);
        assertThat(ToldText.line("a".repeat(499) + "\uD83D\uDE80", 500)).contains("a".repeat(499));
    }

    @Test
    void personAndCourse_haveSuchNames() {
        List<Identifier> known = List.of(new Identifier("email", "", "ada@example.org"));
        assertThat(new Newcomer("Ada\u202E Lovelace", known).name()).isEqualTo("Ada  Lovelace");
        assertThat(new Newcomer("\u0007", known).name()).isNull();
        Courses.Course course = new Courses.Course("https://lms.example", "1");
        assertThat(new Courses.Listed(course, "s", "\u202ENetworks").title()).isEqualTo("Networks");
        assertThat(new Courses.Listed(course, "s", null).title()).isNull();
        assertThat(new Courses.Listed(course, UUID.randomUUID().toString(), "\u0007").title())
                .isNull();
    }
}
