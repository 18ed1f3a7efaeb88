package org.laurelbridge.webapp.build;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.build.Change;
import org.laurelbridge.build.Field;
import org.laurelbridge.build.Input;
import org.laurelbridge.build.Row;
import org.laurelbridge.build.Sheet;
import org.laurelbridge.build.Sort;
import org.laurelbridge.decide.Wording;
import org.laurelbridge.mapping.Mapping;
import org.laurelbridge.rule.RuleReader;
import org.laurelbridge.rule.Vocabulary;
import org.laurelbridge.words.Catalog;
import org.laurelbridge.xapi.Problem;

/**
 * What a sheet says before all of it is chosen: an activity that is still to choose stands in brackets, a percentage as dots, and what
 * cannot be said yet is left out.
 */
final class SoFar {
    private static final String FILE = "rule";
    /** Stands for a percentage that is not there: no rule asks for as much. */
    private static final String SOME = "98.7613";

    private static final String SHOWN = "98.76";

    private static final int TRIES = 20;

    private final RuleReader reader;
    private final Function<ZoneId, Wording> wordings;
    private final String activity;

    private SoFar(RuleReader reader, Function<ZoneId, Wording> wordings, String activity) {
        this.reader = reader;
        this.wordings = wordings;
        this.activity = activity;
    }

    /**
     * By the words of a mapping.
     *
     * @param badges from a badge's id to its title
     */
    static SoFar of(Mapping mapping, Locale language, UnaryOperator<String> badges) {
        String activity = "("
                + Catalog.of("org.laurelbridge.webapp.words.build", language).say("build.lack.activity") + ")";
        Map<String, String> titles = mapping.activities();
        Vocabulary known = Vocabulary.of(mapping);
        Set<String> labels = new HashSet<>(known.activities());
        labels.add(activity);
        return new SoFar(
                new RuleReader(
                        new Vocabulary(labels, known.kinds(), known.structures(), known.grades(), known.complete())),
                zone -> new Wording(language, zone, label -> titles.getOrDefault(label, label), badges),
                activity);
    }

    /**
     * What a sheet asks for; null when there is nothing that can be said.
     *
     * @param whole what its document was read as
     */
    @Nullable
    String sentence(Sheet sheet, RuleReader.Answer whole) {
        return whole.badge()
                .map(badge -> wordings.apply(badge.zone()).sentence(badge.when()))
                .or(() -> partly(sheet))
                .orElse(null);
    }

    private Optional<String> partly(Sheet sheet) {
        Row rule = filled(sheet.when());
        boolean isWhole = true;
        for (int tries = 0; tries < TRIES; tries++) {
            Sheet plain = Sheet.blank().with("id", "x").with("title", "x").when(rule);
            RuleReader.Answer answer = reader.read(FILE, plain.document());
            if (answer.badge().isPresent()) {
                String sentence = wordings.apply(ZoneOffset.UTC)
                        .sentence(answer.badge().get().when());
                boolean hasSome = plain.document().contains(SOME);
                return Optional.of(said(hasSome ? sentence.replace(SHOWN, "…") : sentence, isWhole));
            }
            Optional<Row> rest = without(plain, answer.problems());
            if (rest.isEmpty()) {
                return Optional.empty();
            }
            rule = rest.get();
            isWhole = false;
        }
        return Optional.empty();
    }

    private static String said(String sentence, boolean isWhole) {
        return isWhole ? sentence : sentence.substring(0, sentence.length() - 1) + " …";
    }

    /** Without the first row of those that cannot be read; empty when that is the whole rule. */
    private static Optional<Row> without(Sheet sheet, List<Problem> problems) {
        Places places = new Places(sheet);
        return problems.stream()
                .map(places::place)
                .filter(place -> place.contains("-"))
                .findFirst()
                .flatMap(place -> Change.read("remove:" + place))
                .map(removal -> removal.to(sheet).when())
                .filter(row -> !row.equals(sheet.when()));
    }

    private Row filled(Row row) {
        Map<String, String> values = new LinkedHashMap<>(row.values());
        for (Field field : Sort.find(row.word()).map(Sort::fields).orElse(List.of())) {
            if (field.input() == Input.ACTIVITY) {
                values.putIfAbsent(field.key(), activity);
            } else if (row.word().equals("scored") && row.kept() == null && field.input() == Input.PERCENT) {
                values.putIfAbsent(field.key(), SOME);
            }
        }
        return new Row(
                row.word(),
                values,
                row.kept(),
                row.rows().stream().map(this::filled).toList());
    }
}
