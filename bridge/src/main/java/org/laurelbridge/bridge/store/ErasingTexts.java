package org.laurelbridge.bridge.store;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.subject.Report;
import org.laurelbridge.bridge.subject.Traces;

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
        String[] column = COLUMNS.get(place).split("\\.");
        for (String word : words) {
            List<String> texts = handle.createQuery("select distinct " + column[1] + " from " + column[0]
                            + " where lower(" + column[1] + ") like :word escape '!'")
                    .bind("word", "%" + escaped(word) + "%")
                    .mapTo(String.class)
                    .list();
            for (String text : texts) {
                Optional<String> without = traces.without(text);
                without.ifPresent(cleaned -> report = report.blanked(
                        "texts",
                        handle.execute(
                                "update " + column[0] + " set " + column[1] + " = ? where " + column[1] + " = ?",
                                cleaned,
                                text)));
            }
        }
        return true;
    }

    private static String escaped(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
    }
}
