package org.laurelbridge.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * English sentences that are kept or come from elsewhere, in another language. Each is found again by the English of a catalog, with
 * what fills its gaps; what is in a gap is looked for in the same way, and so are the two parts of what is joined by a colon or a
 * semicolon. What no catalog knows stays as it is, such as a person's own words.
 */
public final class Heard {
    private static final Pattern GAP = Pattern.compile("\\{([0-9])}");
    private static final int DEEPEST = 4;

    private final List<Sentence> sentences;

    private record Sentence(String catalog, String key, Pattern english, List<Integer> gaps, int letters) {}

    private Heard(List<Sentence> sentences) {
        this.sentences = sentences;
    }

    /**
     * By all sentences of some catalogs, whose gaps are plain ({@code {0}}).
     *
     * @param catalogs as {@link Catalog#of} names them; with {@code #} and a beginning, the keys that begin so alone
     */
    public static Heard of(String... catalogs) {
        List<Sentence> all = new ArrayList<>();
        for (String catalog : catalogs) {
            String[] parts = catalog.split("#", 2);
            ResourceBundle english = ResourceBundle.getBundle(parts[0], Locale.ROOT);
            english.keySet().stream()
                    .filter(key -> parts.length == 1 || key.startsWith(parts[1]))
                    .forEach(key -> all.add(
                            sentence(parts[0], key, english.getString(key).replace("''", "'"))));
        }
        // what says more comes first: "answered 410: …" before "answered …"
        all.sort(Comparator.comparing(Sentence::letters).reversed().thenComparing(Sentence::key));
        return new Heard(List.copyOf(all));
    }

    private static Sentence sentence(String catalog, String key, String english) {
        List<Integer> gaps = new ArrayList<>();
        StringBuilder pattern = new StringBuilder();
        Matcher gap = GAP.matcher(english);
        int from = 0;
        while (gap.find()) {
            pattern.append(Pattern.quote(english.substring(from, gap.start()))).append("(.+?)");
            gaps.add(Integer.valueOf(gap.group(1)));
            from = gap.end();
        }
        pattern.append(Pattern.quote(english.substring(from)));
        int letters = GAP.matcher(english).replaceAll("").length();
        return new Sentence(catalog, key, Pattern.compile(pattern.toString(), Pattern.DOTALL), gaps, letters);
    }

    /** The sentence in a language; English where it is that, or where no catalog knows it. */
    public String in(Locale locale, String english) {
        return locale.getLanguage().equals("en")
                ? english
                : found(locale, english, 0).orElse(english);
    }

    private Optional<String> found(Locale locale, String english, int depth) {
        if (depth == DEEPEST) {
            return Optional.empty();
        }
        for (Sentence sentence : sentences) {
            Matcher match = sentence.english().matcher(english);
            if (match.matches()) {
                return Optional.of(said(sentence, match, locale, depth));
            }
        }
        return parted(": ", locale, english, depth).or(() -> parted("; ", locale, english, depth));
    }

    private String said(Sentence sentence, Matcher match, Locale locale, int depth) {
        int most = sentence.gaps().stream().mapToInt(Integer::intValue).max().orElse(-1);
        Object[] arguments = new Object[most + 1];
        Arrays.fill(arguments, "");
        for (int i = 0; i < sentence.gaps().size(); i++) {
            String filled = match.group(i + 1);
            arguments[sentence.gaps().get(i)] = found(locale, filled, depth + 1).orElse(filled);
        }
        return Catalog.of(sentence.catalog(), locale).say(sentence.key(), arguments);
    }

    /** What is joined, where at least one part is known. */
    private Optional<String> parted(String by, Locale locale, String english, int depth) {
        List<String> parts = List.of(english.split(Pattern.quote(by), 2));
        List<Optional<String>> said =
                parts.stream().map(part -> found(locale, part, depth + 1)).toList();
        return parts.size() == 1 || said.stream().allMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(IntStream.range(0, parts.size())
                        .mapToObj(i -> said.get(i).orElse(parts.get(i)))
                        .collect(Collectors.joining(by)));
    }
}
