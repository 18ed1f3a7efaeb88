package org.laurelbridge.webapp.words;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files that pages read their words from. */
final class Catalogs {
    private static final Path FILES = Path.of("src/main/resources/org/laurelbridge/webapp/words");

    private Catalogs() {}

    /** All keys of a language with their sentences; English is "", German "_de". */
    static Map<String, String> read(String language) {
        Map<String, String> all = new TreeMap<>();
        byFile(language).values().forEach(all::putAll);
        return all;
    }

    /** The same, by the area of the site. */
    static Map<String, Map<String, String>> byFile(String language) {
        Map<String, Map<String, String>> files = new TreeMap<>();
        for (Path file : files()) {
            String name = file.getFileName().toString().replace(".properties", "");
            if (languageOf(name).equals(language)) {
                files.put(name.replaceFirst("_.*", ""), properties(file));
            }
        }
        return files;
    }

    /** Those that there are files of. */
    static Set<String> languages() {
        return files().stream()
                .map(file -> languageOf(file.getFileName().toString().replace(".properties", "")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String languageOf(String name) {
        return name.contains("_") ? name.substring(name.indexOf('_')) : "";
    }

    /** What is written the same in English and a language. */
    static List<String> sameIn(String language) {
        Path file = Path.of("src/test/resources/org/laurelbridge/webapp/words/same" + language + ".txt");
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> properties(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put(key.toString(), text.toString()));
        return texts;
    }
}
