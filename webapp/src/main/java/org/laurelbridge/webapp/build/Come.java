package org.laurelbridge.webapp.build;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.build.Sheet;
import org.laurelbridge.webapp.words.Saying;
import org.laurelbridge.xapi.Problem;

/**
 * What a form comes back with.
 *
 * @param problems with the text; null for those of the sheet, which are told once it was judged
 * @param isJudged whether it was asked whether all is right: nobody is told of mistakes while they still choose
 * @param own what the builder itself has to say; null for nothing
 * @param focus the row that one goes on with; empty for none
 * @param underway for whom it was meant to be; null for what the form says
 * @param skills those that were found
 */
record Come(
        Sheet sheet,
        String text,
        @Nullable List<Problem> problems,
        boolean isJudged,
        @Nullable Saying own,
        String focus,
        BuildDesk.Saved.@Nullable Waits waits,
        @Nullable Underway underway,
        List<Skills.Found> skills) {

    static Come with(Sheet sheet) {
        return new Come(sheet, sheet.document(), null, false, null, "", null, null, List.of());
    }

    static Come saying(Sheet sheet, Saying own) {
        return with(sheet).own(own);
    }

    /** With the text as it was written, and what is wrong with it. */
    static Come refused(Sheet sheet, String text, List<Problem> problems, @Nullable Saying own) {
        return new Come(sheet, text, problems, true, own, "", null, null, List.of());
    }

    static Come waiting(Sheet sheet, BuildDesk.Saved.Waits waits) {
        return new Come(sheet, sheet.document(), null, false, null, "", waits, null, List.of());
    }

    private Come own(Saying said) {
        return new Come(sheet, text, problems, isJudged, said, focus, waits, underway, skills);
    }

    Come judged() {
        return new Come(sheet, text, problems, true, own, focus, waits, underway, skills);
    }

    Come at(String row) {
        return new Come(sheet, text, problems, isJudged, own, row, waits, underway, skills);
    }

    Come meantFor(@Nullable Underway whom) {
        return new Come(sheet, text, problems, isJudged, own, focus, waits, whom, skills);
    }

    Come finding(List<Skills.Found> found) {
        return new Come(sheet, text, problems, isJudged, own, focus, waits, underway, found);
    }
}
