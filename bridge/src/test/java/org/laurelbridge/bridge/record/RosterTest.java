package org.laurelbridge.bridge.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.PeopleStore;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.xapi.Problem;

class RosterTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
    private static final String CSV = """
            name,email,homePage,id,username
            Ann,Ann@Example.org,https://m.example,3,ann
            "Doe, Bob",bob@example.org,,,bob
            """;

    @OnEveryDatabase
    void read_takesEachRowOnce(Database database) {
        PeopleStore people = new PeopleStore(database);
        Roster roster = new Roster(people, CLOCK);
        assertThat(roster.read(new StringReader(CSV))).isEqualTo(new Roster.Report(2, List.of()));
        assertThat(roster.read(new StringReader(CSV)).taken()).isEqualTo(2);
        assertThat(people.list(null, 10)).extracting(Person::name).containsExactlyInAnyOrder("Ann", "Doe, Bob");
        assertThat(people.find(new Identifier("id", "https://m.example", "3")))
                .isEqualTo(people.find(new Identifier("email", "", "ann@example.org")))
                .isPresent();
    }

    @OnEveryDatabase
    void read_tellsEveryWrongRowAndTakesTheOthers(Database database) {
        PeopleStore people = new PeopleStore(database);
        String csv = CSV + "Eve,nobody,,,\nMix,ann@example.org,,,bob\n,,,,\nshort\n";
        Roster.Report report = new Roster(people, CLOCK).read(new StringReader(csv));
        assertThat(report.taken()).isEqualTo(2);
        assertThat(report.problems())
                .extracting(Problem::place)
                .containsExactly("line 4/email", "line 5", "line 6", "line 7");
    }

    @OnEveryDatabase
    void read_byteOrderMarkOfASpreadsheetIsNoPartOfTheFirstName(Database database) {
        Roster roster = new Roster(new PeopleStore(database), CLOCK);
        assertThat(roster.read(new StringReader("\uFEFF" + CSV))).isEqualTo(new Roster.Report(2, List.of()));
        assertThat(roster.read(new StringReader("\uFEFF")).problems())
                .extracting(Problem::place)
                .containsExactly("line 1");
    }

    @OnEveryDatabase
    void read_columnThatIsNotKnownStopsAll(Database database) {
        Roster.Report report =
                new Roster(new PeopleStore(database), CLOCK).read(new StringReader("mail\nx@example.org\n"));
        assertThat(report.taken()).isZero();
        assertThat(report.problems()).singleElement().asString().contains("the column \"mail\"");
    }
}
