package org.laurelbridge.webapp.teach;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.laurelbridge.bridge.award.ClassStandings.Cell;
import org.laurelbridge.bridge.lti.Classes.Learner;
import org.laurelbridge.bridge.record.Sheet;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.server.CsvAnswer;
import org.laurelbridge.webapp.words.Words;

/** A class as CSV (RFC 4180), read and sent in parts. */
final class ClassSheet {
    private static final int AT_ONCE = 200;

    private ClassSheet() {}

    static void write(ClassDesk desk, ClassDesk.Pupils of, Words words, HttpServletResponse response)
            throws IOException {
        PrintWriter out = CsvAnswer.begin(response, "laurel-class.csv");
        List<String> head = new ArrayList<>(List.of("person", "name"));
        of.badges().stream().map(Badge::title).forEach(head::add);
        out.write(Sheet.line(head));
        for (int from = 0; from < of.learners().size(); from += AT_ONCE) {
            List<Learner> some =
                    of.learners().subList(from, Math.min(of.learners().size(), from + AT_ONCE));
            var standings = desk.standings(of, some);
            some.forEach(
                    learner -> out.write(line(of, words, learner, standings.getOrDefault(learner.person(), Map.of()))));
        }
    }

    private static String line(ClassDesk.Pupils of, Words words, Learner learner, Map<String, Cell> cells) {
        List<String> line = new ArrayList<>(List.of(learner.person().toString(), ClassDesk.name(learner)));
        of.badges().stream()
                .map(badge -> words.say(Shown.of(cells.getOrDefault(badge.id(), Cell.NOT_BEGUN), null)
                        .text()))
                .forEach(line::add);
        return Sheet.line(line);
    }
}
