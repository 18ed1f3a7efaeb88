package org.laurelbridge.bridge.store;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.laurelbridge.bridge.subject.Report;
import org.laurelbridge.bridge.subject.Traces;
import tools.jackson.databind.json.JsonMapper;

/** Texts of others that name somebody: who said something, why something was decided. Within a transaction. */
final class ErasingTexts {
    private static final List<String> COLUMNS = List.of(
            "attestation.said_by",
            "attestation.value",
            "attestation.detail",
            "award.reason",
            "award.explanation",
            "award_event.why",
            "person_merge.why",
            "delivery.remark",
            "delivery.trouble",
            "own_grade.remark",
            "credential.trouble",
            "rule_plan_effect.why",
            "rule_trouble.why",
            "question.note",
            "question.answer",
            "source_position.trouble",
            "access_token.name");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Handle handle;
    private final Traces traces;
    private Report report;

    ErasingTexts(Handle handle, Traces traces, Report report) {
        this.handle = handle;
        this.traces = traces;
        this.report = report;
    }

    Report report() {
        return report;
    }

    /** Texts of the column at a place with one of these words, looked for while others write; none at the end. */
    static List<String> find(Handle handle, long place, List<String> words) {
        if (place >= COLUMNS.size()) {
            return List.of();
        }
        String[] column = column(place);
        return find(handle, column[0], column[1], words);
    }

    /** Cleans these texts of the column at a place; false at the end. */
    boolean erase(long place, List<String> found) {
        if (place >= COLUMNS.size()) {
            return false;
        }
        String[] column = column(place);
        report = report.blanked("texts", clean(column[0], column[1], found));
        return true;
    }

    /** In these columns of a table; returns how many texts were cleaned. */
    int eraseIn(String table, List<String> columns, List<String> words) {
        int cleaned = 0;
        for (String column : columns) {
            cleaned += clean(table, column, find(handle, table, column, words));
        }
        return cleaned;
    }

    private static String[] column(long place) {
        return COLUMNS.get((int) place).split("\\.", 2);
    }

    /** In one pass, however many words. */
    private static List<String> find(Handle handle, String table, String column, List<String> given) {
        List<String> words =
                given.stream().flatMap(ErasingTexts::forms).distinct().toList();
        if (words.isEmpty()) {
            return List.of();
        }
        String any = IntStream.range(0, words.size())
                .mapToObj(i -> "lower(" + column + ") like :word" + i + " escape '!'")
                .collect(Collectors.joining(" or "));
        Query query = handle.createQuery("select distinct " + column + " from " + table + " where " + any);
        for (int i = 0; i < words.size(); i++) {
            query.bind("word" + i, "%" + escaped(words.get(i)) + "%");
        }
        return query.mapTo(String.class).list();
    }

    private int clean(String table, String column, List<String> texts) {
        int cleaned = 0;
        for (String text : texts) {
            Optional<String> without = traces.withoutIn(text);
            if (without.isPresent()) {
                cleaned += handle.execute(
                        "update " + table + " set " + column + " = ? where " + column + " = ?", without.get(), text);
            }
        }
        return cleaned;
    }

    /** As it stands between the quotation marks of JSON. */
    private static String inJson(String word) {
        String quoted = JSON.writeValueAsString(word);
        return quoted.substring(1, quoted.length() - 1);
    }

    /** As it may stand in a text whose letters the database made small: SQLite does so with those of ASCII alone. */
    private static Stream<String> forms(String word) {
        return Stream.of(word, inJson(word))
                .flatMap(form -> Stream.of(form.toLowerCase(Locale.ROOT), smallAscii(form)));
    }

    private static String smallAscii(String word) {
        return word.chars()
                .map(c -> c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)
                .collect(StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
                .toString();
    }

    private static String escaped(String word) {
        return word.replaceAll("[!%_]", "!$0");
    }
}
