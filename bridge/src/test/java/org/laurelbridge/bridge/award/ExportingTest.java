package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.award.Walk.badge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.laurelbridge.bridge.issue.form.AwardFiles;
import org.laurelbridge.bridge.issue.form.Stacks;
import org.laurelbridge.bridge.issue.picture.BadgePictures;
import org.laurelbridge.bridge.issue.picture.Letters;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.PersonalDataStore;
import org.laurelbridge.bridge.store.PictureStore;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.bridge.subject.Exporting;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.words.Catalog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything of a person, in one file. */
class ExportingTest extends WithIssuer {
    private static final String HOSTILE = "Ada <script>alert(1)</script> Lovelace";

    private Exporting exporting(TestDatabase test) {
        BadgePictures pictures = new BadgePictures(new PictureStore(test.database()), Letters.load());
        Stacks stacks = new Stacks(walk.awards, credentials, earnings, achievement -> List.of(), identity, walk.clock);
        AwardFiles files = new AwardFiles(credentials, identity, pictures, stacks);
        return new Exporting(
                new PersonalDataStore(test.database()),
                walk.awards,
                earnings,
                () -> files,
                kind -> Set.of(),
                walk.clock);
    }

    private Map<String, byte[]> export(TestDatabase test, PersonId person) throws IOException {
        return export(test, person, Locale.UK);
    }

    private Map<String, byte[]> export(TestDatabase test, PersonId person, Locale language) throws IOException {
        Exporting exporting = exporting(test);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long start = System.nanoTime();
        exporting.write(exporting.find(person).orElseThrow(), language, out, part -> {});
        System.out.printf(
                "exported %,d bytes in %.2f s on %s%n",
                out.size(), (System.nanoTime() - start) / 1e9, test.isSqlite() ? "SQLite" : "MariaDB");
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static JsonNode json(Map<String, byte[]> files, String name) {
        return new JsonMapper().readTree(files.getOrDefault("data/" + name + ".json", new byte[0]));
    }

    @OnEveryDatabase
    void tenThousandStatements_andFiftyAwards_areInOneFile(TestDatabase test) throws IOException {
        List<RuleText> rules = new ArrayList<>(List.of(Walk.mapping(1, "park"), badge()));
        for (int i = 0; i < 49; i++) {
            rules.add(badge("quiz-" + i, 1, "when: {completed: quiz}"));
        }
        walk.apply(rules.toArray(new RuleText[0]));
        PersonId ada =
                walk.people.add(HOSTILE, List.of(new Identifier("email", "", "ada@example.org")), walk.clock.instant());
        for (int i = 0; i < 10; i++) {
            walk.hear(IntStream.range(0, 1_000)
                    .mapToObj(one -> Walk.scored(UUID.randomUUID(), "0.9", "2026-03-01T10:00:00Z"))
                    .toArray(String[]::new));
        }
        walk.hear(Walk.scored(UUID.randomUUID(), "0.9", "2026-03-01T10:00:00Z").replace("ada@", "bob@"));
        walk.settle();
        while (issuer.issueDue() > 0) {
            // until all is signed
        }
        Map<String, byte[]> files = export(test, ada);

        assertThat(json(files, "statements").size()).isEqualTo(10_000);
        assertThat(json(files, "statements")
                        .get(0)
                        .path("statement")
                        .path("actor")
                        .path("mbox")
                        .asString())
                .isEqualTo("mailto:ada@example.org");
        assertThat(json(files, "fact").size()).isEqualTo(10_000);
        assertThat(json(files, "award").size()).isEqualTo(50);
        assertThat(json(files, "award").get(0).path("explanation").isObject()).isTrue();
        assertThat(json(files, "person").get(0).path("name").asString()).isEqualTo(HOSTILE);
        assertThat(files.keySet().stream().filter(file -> file.endsWith("badge.png")))
                .hasSize(50);
        assertThat(files.keySet().stream().filter(file -> file.endsWith("ob3.json")))
                .hasSize(50);
        String page = new String(files.get("index.html"), StandardCharsets.UTF_8);
        assertThat(page).doesNotContain("<script").contains("&lt;script&gt;").contains("data/statements.json");
        JsonNode manifest = new JsonMapper().readTree(files.get("manifest.json"));
        manifest.path("lists")
                .forEach(list -> assertThat(new JsonMapper()
                                .readTree(files.get(list.path("file").asString()))
                                .size())
                        .as(list.toString())
                        .isEqualTo(list.path("rows").asInt()));
        String all = files.values().stream()
                .map(file -> new String(file, StandardCharsets.UTF_8))
                .reduce("", (one, other) -> one.length() > 1_000_000 ? one : one + other);
        assertThat(all).doesNotContain("bob@example.org");
    }

    @OnEveryDatabase
    void page_isInTheReadersLanguage_andNamesEveryListInWords(TestDatabase test) throws IOException {
        PersonId ada = walk.ada();
        for (String language : List.of("en-GB", "de-DE", "es-ES")) {
            Map<String, byte[]> files = export(test, ada, Locale.forLanguageTag(language));
            String page = new String(files.get("index.html"), StandardCharsets.UTF_8);
            List<String> titles = new ArrayList<>();
            new JsonMapper()
                    .readTree(files.get("manifest.json"))
                    .path("lists")
                    .forEach(list -> titles.add(list.path("title").asString()));
            assertThat(titles).hasSizeGreaterThan(30).doesNotHaveDuplicates().allMatch(title -> title.contains(" "));
            assertThat(page).contains("<html lang=\"" + language.substring(0, 2) + "\">");
        }
        Catalog english = Catalog.of("org.laurelbridge.bridge.subject.kept", Locale.UK);
        assertThat(List.of(AwardStatus.values())).allMatch(status -> english.has("status." + status.word()));
        for (Locale language : List.of(Locale.GERMANY, new Locale("es", "ES"))) {
            Catalog other = Catalog.of("org.laurelbridge.bridge.subject.kept", language);
            assertThat(other.keys()).isEqualTo(english.keys());
            assertThat(english.keys())
                    .filteredOn(key -> key.startsWith("kind."))
                    .noneMatch(key -> other.say(key).equals(english.say(key)));
        }
        String german = new String(export(test, ada, Locale.GERMANY).get("index.html"), StandardCharsets.UTF_8);
        assertThat(german).contains("Wege zu Badges", "1. März 2026", "<p>Keine.</p>");
    }

    @OnEveryDatabase
    void ofMergedPeople_allIsInIt(TestDatabase test) throws IOException {
        PersonId ada = walk.ada();
        PersonId other =
                walk.people.add("A. L.", List.of(new Identifier("email", "", "al@example.org")), walk.clock.instant());
        walk.people.merge(ada, other, "one person", walk.clock.instant());
        Map<String, byte[]> files = export(test, other);
        assertThat(json(files, "person").size()).isEqualTo(2);
        assertThat(json(files, "person-identifier").toString()).contains("ada@example.org", "al@example.org");
        assertThat(json(files, "person-merge").get(0).path("why").asString()).isEqualTo("one person");
        assertThat(exporting(test).find(new PersonId(UUID.randomUUID()))).isEmpty();
    }
}
