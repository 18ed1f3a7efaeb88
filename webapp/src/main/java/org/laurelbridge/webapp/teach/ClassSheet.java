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

/**
 * A class as CSV (RFC 4180), read and sent in parts.
 *
 * @param isNear whether it tells what is missing where that is one condition alone
 */
record ClassSheet(ClassDesk desk, ClassDesk.Pupils of, boolean isNear, Words words) {
    private static final int AT_ONCE = 200;

    void write(List<Learner> learners, HttpServletResponse response) throws IOException {
        PrintWriter out = CsvAnswer.begin(response, "laurel-class.csv");
        List<String> head = new ArrayList<>(List.of("name"));
        of.badges().stream().map(Badge::title).forEach(head::add);
        head.add("person");
        out.write(Sheet.line(head));
        for (int from = 0; from < learners.size(); from += AT_ONCE) {
            List<Learner> some = learners.subList(from, Math.min(learners.size(), from + AT_ONCE));
            var standings = desk.standings(of, some);
            some.forEach(learner -> out.write(line(learner, standings.getOrDefault(learner.person(), Map.of()))));
        }
    }

    private String line(Learner learner, Map<String, Cell> cells) {
        List<String> line = new ArrayList<>(List.of(ClassDesk.name(learner)));
        of.badges().stream()
                .map(badge -> text(badge, cells.getOrDefault(badge.id(), Cell.NOT_BEGUN)))
                .forEach(line::add);
        line.add(learner.person().toString());
        return Sheet.line(line);
    }

    private String text(Badge badge, Cell cell) {
        Shown shown = Shown.of(cell, null).of(badge, cell);
        String version = shown.version() > 0 ? " (" + words.say("planning.by-version", shown.version()) + ")" : "";
        String text = words.say(shown.text()) + version;
        String missing = isNear ? desk.missing(badge, cell, words) : null;
        return missing == null ? text : text + ": " + missing;
    }
}
