package org.laurelbridge.webapp.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.SeenPairs.Seen;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.mapping.Mapping;
import org.laurelbridge.mapping.MappingReader;
import tools.jackson.databind.json.JsonMapper;

/** The text of a mapping document, to which an entry is added for what somebody chose. All else stays as it was written. */
public record MappingDraft(String text) {
    public static final String FILE = "mapping.yaml";

    private static final Pattern VERSION = Pattern.compile("(?m)^version:[ ]*([0-9]{1,9})");
    private static final Pattern ONE = Pattern.compile("([^ #\\[{&*|>-][^ ]*)([ ]*|[ ]+#.*)");
    private static final String FIRST = """
            brl: 1
            kind: mapping
            name: campus
            version: 0
            use: [adl@1, cmi5@1, scorm@1, h5p@1]
            identity:
              - mbox: email
            """;

    /** Where nothing is in force yet. */
    static MappingDraft first() {
        return new MappingDraft(FIRST);
    }

    /** What is in force. */
    public static MappingDraft of(RuleBook rules) {
        return rules.export().stream()
                .filter(text -> text.file().startsWith("mapping-"))
                .findFirst()
                .map(text -> new MappingDraft(text.text()))
                .orElseGet(MappingDraft::first);
    }

    /** The same under the next version. */
    public MappingDraft next() {
        return new MappingDraft(nextVersion());
    }

    /** With an entry for an activity. */
    public MappingDraft knowing(String label, String title, String object) {
        return adding(
                "activities",
                List.of(label + ":", "  title: " + quoted(title), "  match: {id: " + quoted(object) + "}"));
    }

    /**
     * With an entry for the activity and, where its kind is not known, for the verb, under a version that is higher than the one in
     * force; the same when neither lacks.
     *
     * @param kind what a verb that is not known means
     * @param title of the activity; empty for none
     * @param inForce what is in force
     * @return null when it can be written only by changing other lines
     */
    @Nullable
    MappingDraft choosing(Seen seen, Kind kind, String title, MappingDraft inForce) {
        MappingDraft chosen = withEntries(seen, kind, title);
        if (chosen.text.equals(text)) {
            return this;
        }
        MappingDraft higher = version() > inForce.version() ? chosen : new MappingDraft(chosen.nextVersion());
        boolean isRight = MappingReader.read(FILE, higher.text)
                .mapping()
                .map(mapping -> mapping.kind(seen.newest().statement()))
                .filter(is -> !is.equals(Kind.OTHER))
                .isPresent();
        return isRight ? higher : null;
    }

    private long version() {
        Matcher version = VERSION.matcher(text);
        return version.find() ? Long.parseLong(version.group(1)) : 0;
    }

    /** The line, from 1, on which the entry of an activity begins; 0 when it is none of this document, but of one that it uses. */
    int line(String activity) {
        List<String> lines = text.lines().toList();
        int head = lines.indexOf("activities:");
        for (int i = head + 1; head >= 0 && i < lines.size(); i++) {
            if (lines.get(i).matches("[ ]+[\"']?" + Pattern.quote(activity) + "[\"']?:.*")) {
                return i + 1;
            }
        }
        return 0;
    }

    private MappingDraft withEntries(Seen seen, Kind kind, String title) {
        Mapping mapping = MappingReader.read(FILE, text).mapping().orElse(null);
        if (mapping == null) {
            return this;
        }
        MappingDraft draft = this;
        if (mapping.map(seen.newest()).facts().isEmpty()) {
            Set<String> taken = mapping.activities().keySet();
            String label = label(title.isEmpty() ? seen.object() : title, taken);
            draft = knowing(label, title.isEmpty() ? label : title, seen.object());
        }
        return mapping.kind(seen.newest().statement()).equals(Kind.OTHER)
                ? draft.saying(kind.name(), seen.verb())
                : draft;
    }

    /** With a verb for a kind, on the line or in the list where its other verbs stand. */
    private MappingDraft saying(String kind, String verb) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int head = head(lines, "verbs");
        for (int i = head + 1; head >= 0 && i < lines.size() && lines.get(i).matches("[ ].*|#.*|"); i++) {
            Matcher line = Pattern.compile("([ ]+[\"']?" + Pattern.quote(kind) + "[\"']?:)[ ]*(.*)")
                    .matcher(lines.get(i));
            if (line.matches()) {
                extend(lines, i, line.group(1), line.group(2), quoted(verb));
                return new MappingDraft(String.join("\n", lines) + "\n");
            }
        }
        return adding("verbs", List.of(kind + ": [" + quoted(verb) + "]"));
    }

    /** Adds to {@code kind: [a]}, to {@code kind: a} or to a list below; whoever asked looks whether it reads as it should. */
    private static void extend(List<String> lines, int at, String key, String rest, String verb) {
        Matcher single = ONE.matcher(rest);
        if (rest.startsWith("[")) {
            String more = rest.substring(1);
            lines.set(at, key + " [" + verb + (more.stripLeading().startsWith("]") ? "" : ", ") + more);
        } else if (single.matches()) {
            lines.set(at, key + " [" + verb + ", " + single.group(1) + "]" + single.group(2));
        } else {
            String first = lines.stream()
                    .skip(at + 1L)
                    .filter(line -> !line.matches("[ ]*(#.*)?"))
                    .findFirst()
                    .orElse("");
            String indent = first.matches("[ ]*- .*")
                    ? first.substring(0, first.indexOf('-'))
                    : key.replaceFirst("[^ ].*", "  ");
            lines.add(at + 1, indent + "- " + verb);
        }
    }

    private String nextVersion() {
        Matcher version = VERSION.matcher(text);
        return version.find() ? version.replaceFirst("version: " + (Long.parseLong(version.group(1)) + 1)) : text;
    }

    /** At the head of a section, as deep as what stands there; in a section of its own at the end when there is none. */
    private MappingDraft adding(String section, List<String> entry) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int head = head(lines, section);
        if (head < 0) {
            lines.add(section + ":");
            head = lines.size() - 1;
        }
        String indent = lines.stream()
                .skip(head + 1L)
                .filter(line -> line.matches("[ ]+[^ #].*"))
                .findFirst()
                .map(line -> line.replaceFirst("[^ ].*", ""))
                .orElse("  ");
        lines.addAll(head + 1, entry.stream().map(line -> indent + line).toList());
        return new MappingDraft(String.join("\n", lines) + "\n");
    }

    private static int head(List<String> lines, String section) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches(section + ":[ ]*(#.*)?")) {
                return i;
            }
        }
        return -1;
    }

    private static String label(String object, Set<String> taken) {
        String last = object.replaceFirst("[/#?]+$", "").replaceFirst("^.*[/#?]", "");
        String word =
                last.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String label = word.isEmpty() ? "activity" : word.substring(0, Math.min(60, word.length()));
        String free = label;
        for (int i = 2; taken.contains(free); i++) {
            free = label + "-" + i;
        }
        return free;
    }

    // what JSON quotes, YAML reads
    private static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }
}
