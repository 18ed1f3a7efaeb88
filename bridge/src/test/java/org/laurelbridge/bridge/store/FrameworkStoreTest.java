package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.framework.AlignedBadges;
import org.laurelbridge.bridge.issue.framework.Format;
import org.laurelbridge.bridge.issue.framework.Framework;
import org.laurelbridge.bridge.issue.framework.Frameworks;
import org.laurelbridge.bridge.issue.framework.Frameworks.Changes;
import org.laurelbridge.bridge.issue.framework.Frameworks.Heading;
import org.laurelbridge.bridge.issue.framework.Frameworks.Page;
import org.laurelbridge.bridge.issue.framework.Item;
import org.laurelbridge.bridge.issue.framework.KnownItem;

class FrameworkStoreTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3_600);
    private static final AlignedBadges NONE = (badge, version, framework) -> List.of();
    private static final Heading SFIA = new Heading("SFIA 9", "en", Format.SFIA);
    private static final Item ITOP = new Item(
            "ITOP",
            "Infrastructure operations",
            "Größe 🏆",
            "https://sfia.example/ITOP",
            "Skill",
            "Level 3",
            "OPS",
            List.of("running servers"),
            null);
    private static final Item PROG = Item.of("PROG", "Programming", "Developing software");
    private static final Item MANAGE = Item.of("PGMG", "Programme management", null);

    private static Changes load(Frameworks frameworks, Heading heading, Instant now, Item... items) {
        Frameworks.Loading loading = frameworks.begin(heading, now);
        loading.add(List.of(items));
        return loading.finish("2.1", now, NONE);
    }

    private static List<String> codes(Page page) {
        return page.items().stream().map(one -> one.item().code()).toList();
    }

    private static List<String> found(Frameworks frameworks, long framework, String words) {
        return codes(frameworks.search(framework, words, null, 20));
    }

    @OnEveryDatabase
    void finish_thenFind_tellsWhatTheFileTold(Database database) {
        Frameworks frameworks = new FrameworkStore(database);

        Changes changes = load(frameworks, SFIA, NOW, ITOP, PROG);

        assertThat(changes).isEqualTo(new Changes(changes.framework(), 2, 2, 0, 0, 0));
        assertThat(frameworks.list(NOW))
                .containsExactly(new Framework(changes.framework(), "SFIA 9", "en", "2.1", Format.SFIA, NOW, 2, 0));
        assertThat(frameworks.find("sfia-9", "ITOP"))
                .contains(new KnownItem("SFIA 9", ITOP.calledToo(List.of()), null));
        assertThat(frameworks.find("SFIA 9", "itop")).isEmpty();
        assertThat(frameworks.find("SFIA 8", "ITOP")).isEmpty();
        assertThat(frameworks.find(changes.framework() + 1, NOW)).isEmpty();
    }

    @OnEveryDatabase
    void find_byAnotherWayToWriteTheName_prefersEnglish(Database database) {
        Frameworks frameworks = new FrameworkStore(database);
        load(frameworks, new Heading("NICE Framework", "de", Format.NICE), NOW, Item.of("T1", "Aufgabe", null));
        assertThat(frameworks.find("NICE", "T1").map(one -> one.item().name())).contains("Aufgabe");

        load(frameworks, new Heading("NICE Framework", "en", Format.NICE), NOW, Item.of("T1", "Task", null));

        assertThat(frameworks.find("NICE", "T1").map(one -> one.item().name())).contains("Task");
        assertThat(frameworks
                        .find("NICE Cybersecurity Workforce Framework", "T1")
                        .map(KnownItem::framework))
                .contains("NICE Framework");
        assertThat(frameworks.find("nice", NOW)).extracting(Framework::language).containsExactly("en", "de");
    }

    @OnEveryDatabase
    void search_findsByCodeFirst_thenByTheBeginningOfTheName_andByOtherNames(Database database) {
        Frameworks frameworks = new FrameworkStore(database);
        Item other = Item.of("MADE", "Software made by programming", null);
        long id = load(frameworks, SFIA, NOW, other, MANAGE, ITOP, PROG).framework();

        assertThat(found(frameworks, id, "prog")).containsExactly("PROG", "PGMG", "MADE");
        assertThat(found(frameworks, id, "Programming")).containsExactly("PROG", "MADE");
        assertThat(found(frameworks, id, "  soft PROG ")).containsExactly("MADE");
        assertThat(found(frameworks, id, "server run")).containsExactly("ITOP");
        assertThat(found(frameworks, id, "ramming")).isEmpty();
        assertThat(found(frameworks, id, "prog zebra")).isEmpty();
        assertThat(found(frameworks, id, "!?")).isEmpty();
        assertThat(found(frameworks, id, "")).containsExactly("MADE", "PGMG", "ITOP", "PROG");
        assertThat(found(frameworks, id + 1, "prog")).isEmpty();
    }

    @OnEveryDatabase
    void search_byAddress_findsTheItemWithThisCode(Database database) {
        Frameworks frameworks = new FrameworkStore(database);
        Item concept = Item.of("http://data.europa.eu/esco/skill/1", "wash dishes", null);
        long id = load(frameworks, new Heading("ESCO", "en", Format.ESCO), NOW, concept, PROG)
                .framework();

        assertThat(found(frameworks, id, " http://data.europa.eu/esco/skill/1 "))
                .hasSize(1);
        assertThat(found(frameworks, id, "http://data.europa.eu/esco/skill/2")).isEmpty();
        assertThat(found(frameworks, id, "europa")).isEmpty();
    }

    @OnEveryDatabase
    void search_pageByPage_showsEachOnce(Database database) {
        Frameworks frameworks = new FrameworkStore(database);
        Item[] items = IntStream.range(0, 53)
                .mapToObj(number ->
                        Item.of(number % 7 == 0 ? "water-" + number : "c" + number, "deep water " + number, null))
                .toArray(Item[]::new);
        long id = load(frameworks, SFIA, NOW, items).framework();

        for (String words : List.of("", "wat", "de w")) {
            List<String> all = new ArrayList<>();
            String after = null;
            do {
                Page page = frameworks.search(id, words, after, 10);
                all.addAll(codes(page));
                after = page.after();
            } while (after != null);
            assertThat(all).as(words).hasSize(53).doesNotHaveDuplicates();
        }
        assertThatThrownBy(() -> frameworks.search(id, "", "x", 10)).isInstanceOf(IllegalArgumentException.class);
    }

    @OnEveryDatabase
    void finish_withoutAnItem_retiresIt_andAgainWithIt_returnsIt(Database database) {
        Frameworks frameworks = new FrameworkStore(database);
        long id = load(frameworks, SFIA, NOW, ITOP, PROG).framework();

        Changes without = load(frameworks, SFIA, LATER, Item.of("PROG", "Coding", null));

        assertThat(without).isEqualTo(new Changes(id, 1, 0, 1, 1, 0));
        KnownItem gone = frameworks.find("SFIA 9", "ITOP").orElseThrow();
        assertThat(gone.retiredAt()).isEqualTo(LATER);
        assertThat(gone.isRetired(LATER)).isTrue();
        assertThat(found(frameworks, id, "infra")).containsExactly("ITOP");
        assertThat(frameworks.list(LATER).get(0).retired()).isEqualTo(1);

        load(frameworks, SFIA, LATER.plusSeconds(9), Item.of("PROG", "Coding", null));
        assertThat(frameworks.find("SFIA 9", "ITOP").orElseThrow().retiredAt()).isEqualTo(LATER);

        Changes back = load(frameworks, SFIA, LATER.plusSeconds(99), ITOP, PROG);
        assertThat(back).isEqualTo(new Changes(id, 2, 0, 1, 0, 1));
        assertThat(frameworks.find("SFIA 9", "ITOP").orElseThrow().retiredAt()).isNull();
    }

    @OnEveryDatabase
    void finish_itemWithAnEnd_standsUntilThen(Database database) {
        Frameworks frameworks = new FrameworkStore(database);
        Changes first = load(frameworks, SFIA, NOW, PROG.ending(LocalDate.parse("2026-03-02")));
        assertThat(first.retired()).isZero();
        KnownItem item = frameworks.find("SFIA 9", "PROG").orElseThrow();

        assertThat(item.isRetired(NOW)).isFalse();
        assertThat(item.isRetired(Instant.parse("2026-03-02T00:00:00Z"))).isTrue();
        assertThat(frameworks.list(NOW).get(0).items()).isEqualTo(1);
        assertThat(frameworks.list(Instant.parse("2026-03-02T00:00:00Z")).get(0).retired())
                .isEqualTo(1);
        load(frameworks, SFIA, LATER, MANAGE);
        assertThat(frameworks.find("SFIA 9", "PROG").orElseThrow().retiredAt()).isEqualTo(LATER);
    }

    @OnEveryDatabase
    void loading_isSeenByNobody_untilItIsFinished_andLeavesNothing(Database database) {
        Frameworks frameworks = new FrameworkStore(database);
        Frameworks.Loading loading = frameworks.begin(SFIA, NOW);
        loading.add(List.of(ITOP));
        assertThat(frameworks.list(NOW)).isEmpty();
        assertThat(frameworks.find("SFIA 9", "ITOP")).isEmpty();

        loading.drop();

        assertThat(rows(database)).isZero();
        load(frameworks, SFIA, NOW, ITOP);
        long one = rows(database);
        load(frameworks, SFIA, NOW, ITOP);
        assertThat(rows(database)).isEqualTo(one);
    }

    private static long rows(Database database) {
        return database.read(handle -> handle.createQuery("""
                        select (select count(*) from framework_item) + (select count(*) from framework_word)
                          + (select count(*) from framework_edition)""").mapTo(long.class).one());
    }

    @OnEveryDatabase
    void loading_thatAnotherOvertakes_isGivenUp(Database database) {
        Frameworks frameworks = new FrameworkStore(database);
        Frameworks.Loading slow = frameworks.begin(SFIA, NOW);
        slow.add(List.of(ITOP));

        load(frameworks, SFIA, NOW, PROG);

        assertThatThrownBy(() -> slow.add(List.of(MANAGE))).isInstanceOf(Frameworks.Overtaken.class);
        assertThatThrownBy(() -> slow.finish("", NOW, NONE)).isInstanceOf(Frameworks.Overtaken.class);
        slow.drop();
        assertThat(frameworks.find("SFIA 9", "PROG")).isPresent();
        assertThat(frameworks.find("SFIA 9", "ITOP")).isEmpty();
    }

    @OnEveryDatabase
    void broaden_setsWhatAnItemIsPartOf(Database database) {
        Frameworks frameworks = new FrameworkStore(database);
        Frameworks.Loading loading = frameworks.begin(SFIA, NOW);
        loading.add(List.of(ITOP, PROG));
        loading.broaden(Map.of("PROG", "DEV", "NONE", "DEV"));
        loading.finish("", NOW, NONE);

        assertThat(frameworks.find("SFIA 9", "PROG").orElseThrow().item().broader())
                .isEqualTo("DEV");
        assertThat(frameworks.find("SFIA 9", "ITOP").orElseThrow().item().broader())
                .isEqualTo("OPS");
    }

    /** Whatever was imported between, with or without an end: what the last file has stands as it tells, all else is retired. */
    @OnEveryDatabase
    void importsAtRandom_leaveTheLastFile_andAllElseRetired(Database database) {
        Random random = new Random(7);
        Frameworks frameworks = new FrameworkStore(database);
        for (int story = 0; story < 6; story++) {
            Heading heading = new Heading("Story " + story, "en", Format.CSV);
            List<Item> first = version(random);
            Set<String> ever = new TreeSet<>();
            Instant now = NOW;
            for (int turn = random.nextInt(5); turn >= 0; turn--) {
                List<Item> file = turn == 0 ? first : version(random);
                file.forEach(item -> ever.add(item.code()));
                now = now.plusSeconds(60);
                if (turn > 0 && random.nextInt(4) == 0) {
                    Frameworks.Loading given = frameworks.begin(heading, now);
                    given.add(version(random));
                    given.drop();
                }
                load(frameworks, heading, now, file.toArray(Item[]::new));
            }
            checkEnd(frameworks, heading.name(), first, ever, now);
        }
    }

    private static void checkEnd(Frameworks frameworks, String name, List<Item> file, Set<String> ever, Instant now) {
        Map<String, @Nullable String> told = new TreeMap<>();
        file.forEach(item -> told.put(item.code(), item.name()));
        Framework framework = frameworks.find(name, now).get(0);
        List<KnownItem> all = frameworks.search(framework.id(), "", null, 1_000).items();
        assertThat(all.stream().map(one -> one.item().code())).containsExactlyInAnyOrderElementsOf(ever);
        for (KnownItem one : all) {
            boolean stands = told.containsKey(one.item().code());
            assertThat(one.isRetired(now)).as(one.toString()).isEqualTo(!stands);
            if (stands) {
                assertThat(one.item().name()).isEqualTo(told.get(one.item().code()));
            }
            assertThat(codes(frameworks.search(framework.id(), one.item().name(), null, 1_000)))
                    .contains(one.item().code());
        }
        assertThat(framework.items()).isEqualTo(file.size());
        assertThat(framework.retired()).isEqualTo(ever.size() - file.size());
    }

    private static List<Item> version(Random random) {
        return IntStream.range(0, 30)
                .filter(number -> random.nextInt(3) > 0)
                .mapToObj(number -> Item.of("c" + number, "name " + number + " of " + random.nextInt(3), null))
                .toList();
    }

    @OnEveryDatabase
    void search_readsNoTableFromEndToEnd(TestDatabase given) {
        if (given.isSqlite()) {
            String sql = FrameworkSearch.sql(2).replaceAll(":[a-z0-9]+", "'1'");
            List<String> plan = given.database()
                    .read(handle -> handle.createQuery("explain query plan " + sql)
                            .map((rows, context) -> rows.getString("detail"))
                            .list());
            assertThat(plan)
                    .noneMatch(step -> step.matches("SCAN (?!hit).*"))
                    .anyMatch(step -> step.contains("SEARCH w USING") && step.contains("word>"));
        }
    }
}
