package org.laurelbridge.bridge.issue.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurelbridge.bridge.issue.framework.FrameworkImport.Label;
import org.laurelbridge.bridge.issue.framework.FrameworkImport.Outcome;
import org.laurelbridge.bridge.issue.framework.FrameworkImport.Outcome.Done;
import org.laurelbridge.bridge.issue.framework.FrameworkImport.Outcome.Refused;
import org.laurelbridge.bridge.issue.framework.Frameworks.Changes;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.store.FrameworkStore;
import org.laurelbridge.bridge.store.RuleDocumentStore;
import org.laurelbridge.bridge.store.TestDatabase;

class FrameworkImportTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z"));

    private final TestDatabase database = TestDatabase.sqlite();
    private final Frameworks frameworks = new FrameworkStore(database.database());
    private final FrameworkImport importing =
            new FrameworkImport(frameworks, (badge, version, framework) -> List.of(), CLOCK);

    @AfterEach
    void close() {
        database.close();
    }

    private Outcome take(String name, String text) {
        return take(new Label("file.csv", name, null, null, null), text.getBytes(StandardCharsets.UTF_8));
    }

    private Outcome take(Label label, byte[] bytes) {
        try {
            return importing.read(new ByteArrayInputStream(bytes), label, done -> {});
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static List<String> told(Outcome outcome) {
        return ((Refused) outcome).problems().stream().map(Object::toString).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "sfia.csv, SFIA 9, 5, SFIA 9, en, ''",
        "nice.json, , 3, NICE Framework, en, 2.2.0",
        "skills_de.csv, , 2, ESCO, de, ''",
        "case.json, Ropes, 3, Ropes, en, 3",
        "plain.csv, Ropes, 2, Ropes, en, ''"
    })
    void read_everyFormat(String file, String name, long items, String shown, String language, String version) {
        Outcome outcome = take(new Label(file, name, null, null, null), Found.sample(file));

        assertThat(outcome).isInstanceOf(Done.class);
        assertThat(((Done) outcome).changes().added()).isEqualTo(items);
        assertThat(frameworks.list(CLOCK.instant())).singleElement().satisfies(framework -> {
            assertThat(framework.name()).isEqualTo(shown);
            assertThat(framework.language()).isEqualTo(language);
            assertThat(framework.version()).isEqualTo(version);
            assertThat(framework.items() + framework.retired()).isEqualTo(items);
        });
        assertThat(((Done) take(new Label(file, name, null, null, null), Found.sample(file))).changes())
                .extracting(Changes::added, Changes::changed, Changes::retired, Changes::returned)
                .containsOnly(0L);
    }

    @Test
    void read_whatIsSaidBesideTheFile_wins() {
        Label label = new Label("skills_de.csv", "My skills", Format.ESCO, "en-GB", "1.2");

        take(label, Found.sample("skills_de.csv"));

        assertThat(frameworks.list(CLOCK.instant()))
                .extracting(Framework::name, Framework::language, Framework::version)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("My skills", "en-GB", "1.2"));
    }

    @Test
    void read_case_setsParents() {
        take(new Label("", "Ropes", null, null, null), Found.sample("case.json"));

        KnownItem item = frameworks.find("Ropes", "R.1.1").orElseThrow();
        assertThat(item.item().broader()).isEqualTo("R.1");
        assertThat(item.isRetired(CLOCK.instant())).isTrue();
    }

    @Test
    void read_oneBadRow_takesNothing_andTellsAll() {
        take("Ropes", "code,name\nA,Anchor\n");
        String many = IntStream.range(0, 150).mapToObj(n -> "C" + n + ",\n").collect(Collectors.joining());

        Outcome outcome = take("Ropes", "code,name\nA,Another\nB,Bowline\nA,Again\n" + many + "D,Deck\n");

        assertThat(((Refused) outcome).count()).isEqualTo(151);
        assertThat(told(outcome))
                .hasSize(100)
                .startsWith(
                        "line 4/code: found \"A\", which stands on line 2, too, expected a code of its own",
                        "line 5/name: found nothing, expected text");
        assertThat(frameworks.find("Ropes", "A").map(one -> one.item().name())).contains("Anchor");
        assertThat(frameworks.find("Ropes", "B")).isEmpty();
    }

    @Test
    void read_tooLongOrNoAddress_isTold() {
        assertThat(told(take(
                        "Ropes",
                        "code,name,url,type\n" + "A".repeat(501) + ",x,ftp://x," + "t".repeat(201) + "\nB,"
                                + "n".repeat(1_001) + ",https://x.example,")))
                .containsExactly(
                        "line 2/code: found 501 characters, expected at most 500",
                        "line 2/type: found 201 characters, expected at most 200",
                        "line 2/url: found \"ftp://x\", expected an address as https://…",
                        "line 3/name: found 1001 characters, expected at most 1000");
    }

    @Test
    void read_unusable_isTold() {
        assertThat(told(take("Ropes", "code,name\n")))
                .containsExactly("the file: found no item, expected at least one");
        assertThat(told(take("Ropes", "PK\u0003\u0004")))
                .singleElement()
                .asString()
                .contains("an Excel workbook");
        assertThat(told(take(" ", "code,name\nA,B\n")))
                .singleElement()
                .asString()
                .startsWith("the name of the framework: found nothing");
        assertThat(told(take(
                        new Label("", "X", null, "english?", null),
                        "code,name\nA,B\n".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("the language: found \"english?\", expected a language tag as \"en\" (BCP 47)");
        assertThat(frameworks.list(CLOCK.instant())).isEmpty();
    }

    @Test
    void read_tooLarge_isTold() throws IOException {
        AtomicLong read = new AtomicLong();
        Outcome outcome = importing.read(new Rows(), new Label("", "Ropes", Format.CSV, null, null), read::set);

        assertThat(told(outcome))
                .containsExactly("the file: found more than 100000000 bytes, expected at most so many");
        assertThat(read.get()).isBetween(90_000_000L, FrameworkImport.MOST_BYTES);
    }

    @Test
    void read_brokenStream_leavesNothing() {
        InputStream broken = new InputStream() {
            private final byte[] start = "code,name\nA,B\n".getBytes(StandardCharsets.UTF_8);
            private int at;

            @Override
            public int read() throws IOException {
                if (at == start.length) {
                    throw new IOException("the line broke");
                }
                return start[at++];
            }
        };
        assertThatThrownBy(() -> importing.read(broken, new Label("", "X", Format.CSV, null, null), done -> {}))
                .hasMessage("the line broke");
        assertThat(frameworks.list(CLOCK.instant())).isEmpty();
    }

    @Test
    void uses_listWhatIsRetiredOrUnknown_andNothingOfOtherFrameworks() {
        RuleBook rules = new RuleBook(new RuleDocumentStore(database.database()), CLOCK);
        FrameworkUses uses = new FrameworkUses(frameworks, rules, CLOCK);
        RuleBook.Outcome applied =
                rules.apply(List.of(new RuleText("mapping.yaml", """
                brl: 1
                kind: mapping
                name: campus
                version: 1
                use: [adl@1]
                identity:
                  - mbox: email
                unknown: park
                activities:
                  quiz: {title: Quiz, match: {id: "https://lms.example/quiz"}}
                """), new RuleText("knots.yaml", """
                brl: 1
                kind: badge
                id: knots
                version: 1
                title: Knots
                when: {completed: quiz}
                align:
                  - {framework: NICE, code: T1}
                  - {framework: NICE Framework, code: T2}
                  - {framework: nice framework, code: T3}
                  - {framework: Elsewhere, code: T3}
                """)));
        assertThat(applied).isInstanceOf(RuleBook.Outcome.Changed.class);
        assertThat(uses.listRetiredUses()).isEmpty();
        take("NICE Framework", "code,name\nT1,One\nT2,Two\n");
        assertThat(uses.listRetiredUses()).extracting(FrameworkUses.Stray::code).containsExactly("T3");

        take("NICE Framework", "code,name\nT1,One\n");

        assertThat(uses.listRetiredUses())
                .containsExactly(
                        new FrameworkUses.Stray("knots@1", "Knots", "NICE Framework", "T2", "Two", CLOCK.instant()),
                        new FrameworkUses.Stray("knots@1", "Knots", "nice framework", "T3", null, null));
        assertThat(uses.listRetiredUses())
                .extracting(FrameworkUses.Stray::words)
                .containsExactly("is retired since 2026-03-01", "is not in the framework");
    }

    /** Rows without an end, each with a name and no code. */
    private static final class Rows extends InputStream {
        private static final byte[] ROW =
                (",a name without a code" + " ".repeat(2_000) + "\n").getBytes(StandardCharsets.UTF_8);
        private final byte[] head = "code,name\n".getBytes(StandardCharsets.UTF_8);
        private long at;

        @Override
        public int read() {
            long place = at++;
            return place < head.length ? head[(int) place] : ROW[(int) ((place - head.length) % ROW.length)];
        }
    }
}
