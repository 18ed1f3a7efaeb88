package org.laurelbridge.bridge.issue.framework;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words that an item is found by, and those that somebody looks for: runs of letters and digits in lower case. */
public final class SearchWords {

    /** The longest word, in characters; a longer one is cut. */
    public static final int LONGEST = 40;

    private static final int MOST_OF_ITEM = 60;
    private static final int MOST_OF_QUERY = 8;

    private SearchWords() {}

    /**
     * The words of an item with how much each says: 0 of its code, 1 the first of its name, 2 another of its name, 3 of its other
     * names. An address is no word.
     */
    public static Map<String, Integer> of(Item item) {
        Map<String, Integer> words = new LinkedHashMap<>();
        if (!isAddress(item.code())) {
            split(item.code()).forEach(word -> words.putIfAbsent(word, 0));
        }
        List<String> name = split(item.name());
        for (int place = 0; place < name.size(); place++) {
            words.putIfAbsent(name.get(place), place == 0 ? 1 : 2);
        }
        for (String other : item.alsoCalled()) {
            if (words.size() < MOST_OF_ITEM) {
                split(other).forEach(word -> words.putIfAbsent(word, 3));
            }
        }
        return words;
    }

    /** What to look for, the longest first, since it is the rarest; a word that another one begins with is left out. */
    public static List<String> query(String text) {
        List<String> longest = split(text).stream()
                .distinct()
                .sorted((one, other) -> Integer.compare(other.length(), one.length()))
                .limit(MOST_OF_QUERY)
                .toList();
        Set<String> kept = new LinkedHashSet<>();
        longest.stream()
                .filter(word -> kept.stream().noneMatch(other -> other.startsWith(word)))
                .forEach(kept::add);
        return List.copyOf(kept);
    }

    /** Whether a text is an address: it is looked up as a code, whole. */
    public static boolean isAddress(String text) {
        return text.strip().matches("[a-zA-Z][a-zA-Z0-9+.-]*://\\S+");
    }

    private static List<String> split(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.length() > LONGEST ? word.substring(0, cut(word)) : word)
                .limit(MOST_OF_ITEM)
                .toList();
    }

    private static int cut(String word) {
        return Character.isHighSurrogate(word.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }
}
