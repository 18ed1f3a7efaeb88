package org.laurelbridge.webapp.teach;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laurelbridge.bridge.award.ClassStandings.Cell;
import org.laurelbridge.bridge.award.ClassStandings.Mark;
import org.laurelbridge.bridge.lti.Classes.Learner;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.words.Words;

/**
 * How some people stand with some badges.
 *
 * @param badges the columns
 * @param cells by person and badge
 * @param returned badges by person, of which work waits for its learner
 */
record ClassTable(List<Badge> badges, Map<PersonId, Map<String, Cell>> cells, Map<PersonId, Set<String>> returned) {

    static ClassTable of(ClassDesk desk, Approvals approvals, List<Learner> learners, List<Badge> badges) {
        return new ClassTable(
                badges,
                desk.standings(learners, badges),
                approvals.returned(
                        learners.stream().map(Learner::person).toList(),
                        badges.stream().map(Badge::id).toList()));
    }

    Cell cell(PersonId person, Badge badge) {
        return cells.getOrDefault(person, Map.of()).getOrDefault(badge.id(), Cell.NOT_BEGUN);
    }

    /** @param isTold whether it tells what is missing where that is one condition alone */
    List<Shown> row(ClassDesk desk, PersonId person, boolean isTold, Words words) {
        return badges.stream()
                .map(badge -> {
                    Cell cell = cell(person, badge);
                    Shown shown = Shown.of(cell, isTold ? desk.missing(badge, cell, words) : null)
                            .of(badge, cell);
                    return isBack(person, badge, cell) ? shown.sentBack() : shown;
                })
                .toList();
    }

    private boolean isBack(PersonId person, Badge badge, Cell cell) {
        boolean isOpen = cell.mark() == Mark.PROPOSED || cell.mark() == Mark.UNDER_WAY;
        return isOpen && returned.getOrDefault(person, Set.of()).contains(badge.id());
    }
}
