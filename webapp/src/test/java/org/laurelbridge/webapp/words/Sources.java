package org.laurelbridge.webapp.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.award.plan.Effect;
import org.laurelbridge.bridge.deliver.Outbox;
import org.laurelbridge.bridge.deliver.mail.MailKind;
import org.laurelbridge.bridge.grant.Scope;
import org.laurelbridge.bridge.issue.picture.BadgeIcon;
import org.laurelbridge.bridge.issue.picture.BadgeShape;
import org.laurelbridge.bridge.lrs.Finding;
import org.laurelbridge.bridge.map.RuleChange;
import org.laurelbridge.bridge.moving.Setup;
import org.laurelbridge.bridge.run.Run;
import org.laurelbridge.bridge.run.Runs;
import org.laurelbridge.bridge.verify.report.Verdict;
import org.laurelbridge.webapp.admin.Gone;
import org.laurelbridge.webapp.admin.Notice;
import org.laurelbridge.webapp.build.PlanView;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.teach.Chart;
import org.laurelbridge.webapp.teach.ClassPage;

/** Which keys templates and classes name. */
final class Sources {
    private static final String AREA = "(?:site|failure|sign-in|my|mine|build|set-up|teach|admin"
            + "|verify|lti|oauth|watching|moving|claiming|planning|finding|deeds|trouble)";
    private static final Pattern KEY = Pattern.compile("\"(" + AREA + "(?:\\.[a-z0-9-]+)+)\"");
    private static final Pattern BEGINNING = Pattern.compile("\"(" + AREA + "(?:\\.[a-z0-9-]+)*\\.)\"");
    private static final Pattern NAMED = Pattern.compile("words\\.name\\(\"([a-z0-9.-]+)\"");

    private static final Pattern ENDING = Pattern.compile("\\+ \"(\\.[a-z]+)\"");

    /** Whose constants are called by the keys with which prefix. */
    static final Map<String, Enum<?>[]> ENUMS = Map.ofEntries(
            Map.entry("site.notice", Notice.values()),
            Map.entry("failure.reason", Reason.values()),
            Map.entry("verify.verdict", Verdict.values()),
            Map.entry("verify.means", Verdict.values()),
            Map.entry("teach.show", ClassPage.Whom.values()),
            Map.entry("admin.role", Role.values()),
            Map.entry("admin.role.many", Role.values()),
            Map.entry("admin.delivery", Outbox.State.values()),
            Map.entry("admin.gone", Gone.values()),
            Map.entry("admin.shape", BadgeShape.values()),
            Map.entry("admin.icon", BadgeIcon.values()),
            Map.entry("oauth.scope", Scope.values()),
            Map.entry("planning.run", Run.State.values()),
            Map.entry("planning.standing", PlanView.Standing.values()),
            Map.entry("planning.what", Effect.What.values()),
            Map.entry("planning.list", Runs.Listed.values()),
            Map.entry("planning.list.lead", Runs.Listed.values()),
            Map.entry("planning.list.column", Runs.Listed.values()),
            Map.entry("my.mail.kind", MailKind.values()),
            Map.entry("watching.charts.unit", Chart.Unit.values()),
            Map.entry("set-up.step", Finding.Step.values()),
            Map.entry("set-up.mark", Finding.Mark.values()),
            Map.entry("set-up.found", Finding.What.values()),
            Map.entry("moving.run", Run.State.values()),
            Map.entry("moving.part", Setup.Part.values()),
            Map.entry("moving.what", RuleChange.What.values()),
            Map.entry("moving.effect", Effect.What.values()));

    /** The area whose sentences are found by their English. */
    static final String HEARD = "trouble.";

    /** Prefixes whose endings are few and stand where they are said. */
    static final Set<String> FEW = Set.of(
            "admin.care",
            "admin.audit.kind",
            "admin.audit.value",
            "verify.achievement",
            "deeds",
            "admin.badges.picture",
            "admin.keys.state",
            "admin.keys.use",
            "my.switch",
            "set-up.first.state",
            "moving.moodle.step",
            "moving.moodle.good",
            "moving.moodle.bad",
            "site.time",
            "site.length",
            "build.sort",
            "build.field",
            "build.word",
            "build.unit",
            "planning.note",
            "planning.verdict",
            "build.underway",
            "watching.field",
            "watching.word");

    private Sources() {}

    /** Every key that is written out. */
    static Set<String> keys() throws IOException {
        Set<String> keys = found(KEY);
        keys.removeIf(key -> key.endsWith(".jte") || key.endsWith(".js"));
        keys.removeAll(ENUMS.keySet());
        keys.removeAll(FEW);
        return keys;
    }

    /** What keys begin with whose rest is made up where they are said. */
    static Set<String> prefixes() throws IOException {
        Set<String> prefixes = found(NAMED);
        found(BEGINNING).forEach(one -> prefixes.add(one.substring(0, one.length() - 1)));
        prefixes.addAll(Set.of("site.time", "site.length"));
        return prefixes;
    }

    /** What is put behind a key to make another one. */
    static Set<String> endings() throws IOException {
        return found(ENDING);
    }

    static List<String> names(String prefix, Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(one -> prefix + "." + one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : files()) {
            pattern.matcher(Files.readString(file)).results().forEach(one -> found.add(one.group(1)));
        }
        return found;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"));
                Stream<Path> classes = Files.walk(Path.of("src/main/java"))) {
            return Stream.concat(templates, classes)
                    .filter(Files::isRegularFile)
                    .collect(Collectors.toUnmodifiableList());
        }
    }
}
