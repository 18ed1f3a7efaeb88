package org.laurelbridge.bridge.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.subject.Erasure;
import org.laurelbridge.bridge.subject.Erasure.Step;
import org.laurelbridge.bridge.subject.Report;
import org.laurelbridge.bridge.subject.Subject;

/** One step of an erasure, or a part of one, within a transaction. Used once. */
final class ErasingSteps {
    private static final int AT_ONCE = 2_000;
    private static final List<Step> STEPS = List.of(Step.values());

    private final Handle handle;
    private final Dialect dialect;
    private final Subject subject;
    private final UUID pseudonym;
    private final List<String> found;
    private Report report;

    /** How far it came. */
    record Came(Step next, long place, Report report) {}

    /**
     * @param erasure whose id stands for the person in the log of changes
     * @param found texts of others that may name them, where the step is about texts
     */
    ErasingSteps(Handle handle, Dialect dialect, Subject subject, Erasure erasure, List<String> found) {
        this.found = List.copyOf(found);
        this.handle = handle;
        this.dialect = dialect;
        this.subject = subject;
        this.pseudonym = erasure.id();
        this.report = erasure.report();
    }

    Came go(Step step, long place) {
        Optional<Long> further = switch (step) {
            case STATEMENTS -> statements(place);
            case QUARANTINE -> quarantine(place);
            case RECORDS -> records(place);
            case AWARDS -> awards() ? Optional.of(0L) : Optional.empty();
            case TEXTS -> texts(place);
            case ACTORS -> {
                traces();
                yield Optional.empty();
            }
            case PERSON, SETTLING -> {
                rest();
                yield Optional.empty();
            }
            case FILES, DONE -> Optional.empty();
        };
        return further.map(there -> new Came(step, there, report))
                .orElseGet(() -> new Came(STEPS.get(STEPS.indexOf(step) + 1), 0, report));
    }

    private Optional<Long> statements(long place) {
        ErasingStatements statements = new ErasingStatements(handle, subject, report);
        Optional<Long> further = statements.eraseAfter(place);
        report = statements.report();
        return further;
    }

    private Optional<Long> quarantine(long place) {
        ErasingStatements statements = new ErasingStatements(handle, subject, report);
        Optional<Long> further = statements.eraseQuarantinedAfter(place);
        report = statements.report();
        return further;
    }

    /** @param place of the table in its list */
    private Optional<Long> records(long place) {
        if (place >= PersonalTables.OTHERS.size()) {
            return Optional.empty();
        }
        boolean isMore = remove(PersonalTables.OTHERS.get((int) place)) > 0;
        return Optional.of(isMore ? place : place + 1);
    }

    private int remove(PersonalTable table) {
        int removed = table.remove(handle, subject.people(), AT_ONCE);
        report = report.erased(table.words(), removed);
        return removed;
    }

    private boolean awards() {
        ErasingAwards awards = new ErasingAwards(handle, dialect, report);
        boolean isMore = awards.erase(subject.people());
        report = awards.report();
        return isMore;
    }

    private Optional<Long> texts(long place) {
        ErasingTexts texts = new ErasingTexts(handle, subject.traces(), report);
        boolean isMore = texts.erase(place, found);
        report = texts.report();
        return isMore ? Optional.of(place + 1) : Optional.empty();
    }

    private void traces() {
        ErasingTraces traces = new ErasingTraces(handle, subject, report);
        traces.erase();
        report = new ErasingAudit(handle, subject, pseudonym).erase(traces.report());
    }

    /** Who they are, and what came meanwhile. */
    private void rest() {
        traces();
        while (awards()) {
            // until there is none left
        }
        Stream.of(PersonalTables.OTHERS, PersonalTables.IDENTITY)
                .flatMap(List::stream)
                .forEach(table -> {
                    while (remove(table) > 0) {
                        // until there is none left
                    }
                });
    }
}
