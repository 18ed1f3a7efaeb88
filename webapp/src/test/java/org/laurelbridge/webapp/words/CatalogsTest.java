package org.laurelbridge.webapp.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pages say stands in every language, with the same gaps, and none of it for nothing. */
class CatalogsTest {
    private static final List<String> LANGUAGES = List.of("", "_de", "_es");
    private static final Pattern GAP = Pattern.compile("\\{([0-9])");
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?:'')*(?!')");

    @Test
    void languages_sayTheSame() {
        Map<String, String> english = Catalogs.read("");

        assertThat(Catalogs.read("_de").keySet()).isEqualTo(english.keySet());
        assertThat(Catalogs.read("_es").keySet()).isEqualTo(english.keySet());
    }

    @Test
    void languages_haveTheSameGaps() {
        Map<String, Set<String>> english = gaps("");

        assertThat(gaps("_de")).isEqualTo(english);
        assertThat(gaps("_es")).isEqualTo(english);
    }

    @Test
    void everySentence_isAPattern() {
        for (String language : LANGUAGES) {
            Catalogs.read(language).forEach((key, text) -> {
                assertThat(new MessageFormat(text, Locale.UK).toPattern())
                        .as(key)
                        .isNotNull();
                assertThat(text)
                        .as(key + language)
                        .doesNotContainPattern(LONE_APOSTROPHE)
                        .doesNotContain("\uFFFD");
            });
        }
    }

    @Test
    void everyKey_beginsWithItsFilesName() {
        for (String language : LANGUAGES) {
            Catalogs.byFile(language)
                    .forEach((area, texts) ->
                            assertThat(texts.keySet()).as(area + language).allMatch(key -> key.startsWith(area + ".")));
        }
    }

    @Test
    void everyFile_isOfALanguageThatIsOffered() {
        assertThat(Catalogs.languages())
                .isEqualTo(Stream.concat(
                                Stream.of(""),
                                Language.OFFERED.stream()
                                        .filter(one -> one != Language.ENGLISH)
                                        .map(one -> "_" + one.tag()))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** What is the same in two languages was perhaps forgotten; what is the same rightly is listed. */
    @Test
    void everySentence_isTranslated() {
        Map<String, String> english = Catalogs.read("");
        for (String language : List.of("_de", "_es")) {
            Map<String, String> same = new TreeMap<>(Catalogs.read(language));
            same.entrySet().removeIf(entry -> !entry.getValue().equals(english.get(entry.getKey())));
            assertThat(new TreeSet<>(same.values())).as(language).isSubsetOf(Catalogs.sameIn(language));
        }
    }

    @Test
    void everyKeyThatIsSaid_stands() throws IOException {
        assertThat(Catalogs.read("").keySet()).containsAll(Sources.keys());
    }

    @Test
    void everyKey_isSaid() throws IOException {
        Set<String> said = new TreeSet<>(Sources.keys());
        Sources.ENUMS.forEach((prefix, constants) -> said.addAll(Sources.names(prefix, constants)));
        Set<String> all = Catalogs.read("").keySet();
        Set<String> few = all.stream()
                .filter(key -> Sources.FEW.stream().anyMatch(prefix -> key.startsWith(prefix + ".")))
                .collect(Collectors.toSet());
        said.addAll(few);
        Set<String> endings = Sources.endings();

        assertThat(all)
                .allMatch(
                        key -> said.contains(key)
                                || key.startsWith(Sources.HEARD)
                                || endings.stream()
                                        .anyMatch(end -> key.endsWith(end)
                                                && said.contains(key.substring(0, key.length() - end.length()))),
                        "is said");
    }

    @Test
    void everyConstantThatIsNamed_hasItsName() throws IOException {
        Set<String> known = new TreeSet<>(Sources.ENUMS.keySet());
        known.addAll(Sources.FEW);
        assertThat(Sources.prefixes()).isEqualTo(known);
        Set<String> keys = Catalogs.read("").keySet();
        Sources.ENUMS.forEach(
                (prefix, constants) -> assertThat(keys).as(prefix).containsAll(Sources.names(prefix, constants)));
    }

    private static Map<String, Set<String>> gaps(String language) {
        Map<String, Set<String>> gaps = new TreeMap<>();
        Catalogs.read(language)
                .forEach((key, text) -> gaps.put(
                        key,
                        GAP.matcher(text)
                                .results()
                                .map(found -> found.group(1))
                                .collect(Collectors.toCollection(TreeSet::new))));
        return gaps;
    }
}
