package org.laurelbridge.webapp.teach;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.laurelbridge.bridge.lti.Classes.Learner;
import org.laurelbridge.bridge.record.Sheet;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.server.CsvAnswer;
import org.laurelbridge.webapp.words.Words;

/**
 * A class as CSV (RFC 4180), read and sent in parts: the name, two columns for each badge, how it stands and the version of the rule that
 * it was earned under, and the person's id.
 */
record ClassSheet(ClassDesk desk, Approvals approvals, List<Badge> badges, ClassPage.Asked asked, Words words) {
    private static final int AT_ONCE = 200;

    void write(List<Learner> learners, HttpServletResponse response) throws IOException {
        PrintWriter out = CsvAnswer.begin(response, "laurel-class.csv");
        List<String> head = new ArrayList<>(List.of(words.say("site.name")));
        badges.stream()
                .map(words::title)
                .forEach(title -> head.addAll(List.of(title, words.say("teach.csv.version", title))));
        head.add(words.say("teach.csv.person"));
        out.write(Sheet.line(head));
        for (int from = 0; from < learners.size(); from += AT_ONCE) {
            List<Learner> some = learners.subList(from, Math.min(learners.size(), from + AT_ONCE));
            ClassTable table = ClassTable.of(desk, approvals, some, badges);
            some.forEach(learner -> out.write(line(learner, table)));
        }
    }

    private String line(Learner learner, ClassTable table) {
        List<String> line = new ArrayList<>(List.of(ClassDesk.name(learner)));
        List<Shown> row = table.row(desk, learner.person(), !asked.isEverybody(), words);
        for (int i = 0; i < badges.size(); i++) {
            Shown shown = row.get(i);
            int version = table.cell(learner.person(), badges.get(i)).version();
            String text = words.say(shown.text());
            line.add(shown.missing() == null ? text : text + ": " + shown.missing());
            line.add(version == 0 ? "" : String.valueOf(version));
        }
        line.add(learner.person().toString());
        return Sheet.line(line);
    }
}
