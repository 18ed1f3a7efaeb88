package org.laurelbridge.bridge.store;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
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

    /** The next column after a place; false at the end. */
    boolean erase(int place, List<String> words) {
        if (place >= COLUMNS.size()) {
            return false;
        }
        String[] column = COLUMNS.get(place).split("\\.", 2);
        report = report.blanked("texts", eraseIn(column[0], List.of(column[1]), words));
        return true;
    }

    /** In these columns of a table; returns how many texts were cleaned. */
    int eraseIn(String table, List<String> columns, List<String> words) {
        int cleaned = 0;
        for (String column : columns) {
            for (String word : words) {
                cleaned += eraseIn(table, column, word);
                String inJson = inJson(word);
                cleaned += inJson.equals(word) ? 0 : eraseIn(table, column, inJson);
            }
        }
        return cleaned;
    }

    private int eraseIn(String table, String column, String word) {
        List<String> texts = handle.createQuery("select distinct " + column + " from " + table + " where lower("
                        + column + ") like :word escape '!'")
                .bind("word", "%" + escaped(word) + "%")
                .mapTo(String.class)
                .list();
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

    private static String escaped(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
    }
}
