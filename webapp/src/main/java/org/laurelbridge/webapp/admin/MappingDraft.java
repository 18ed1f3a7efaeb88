package org.laurelbridge.webapp.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.SeenPairs.Seen;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.mapping.Mapping;
import org.laurelbridge.mapping.MappingReader;
import tools.jackson.databind.json.JsonMapper;

/** The text of a mapping document, to which an entry is added for what somebody chose. All else stays as it was written. */
public record MappingDraft(String text) {
    public static final String FILE = "mapping.yaml";

    private static final Pattern VERSION = Pattern.compile("(?m)^version:[ ]*([0-9]{1,9})");
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

    /** With an entry for the activity and, where its kind is not known, for the verb, under the next version; the same when neither lacks. */
    MappingDraft choosing(Seen seen) {
        MappingDraft chosen = withEntries(seen);
        return chosen.text.equals(nextVersion()) ? this : chosen;
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

    private MappingDraft withEntries(Seen seen) {
        MappingDraft draft = new MappingDraft(nextVersion());
        Mapping mapping = MappingReader.read(FILE, draft.text).mapping().orElse(null);
        if (mapping == null || mapping.map(seen.newest()).facts().isEmpty()) {
            Set<String> taken =
                    mapping == null ? Set.of() : mapping.activities().keySet();
            String label = label(seen.object(), taken);
            draft = draft.knowing(label, label, seen.object());
        }
        boolean isUnknown =
                MappingReader.read(FILE, draft.text)
                        .mapping()
                        .map(known -> known.map(seen.newest()).facts())
                        .stream()
                        .flatMap(List<Fact>::stream)
                        .anyMatch(fact -> fact.kind().equals(Kind.OTHER));
        return isUnknown ? draft.adding("verbs", List.of("completed: [" + quoted(seen.verb()) + "]")) : draft;
    }

    private String nextVersion() {
        Matcher version = VERSION.matcher(text);
        return version.find() ? version.replaceFirst("version: " + (Long.parseLong(version.group(1)) + 1)) : text;
    }

    /** At the head of a section, as deep as what stands there; in a section of its own at the end when there is none. */
    private MappingDraft adding(String section, List<String> entry) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int head = -1;
        for (int i = 0; i < lines.size() && head < 0; i++) {
            head = lines.get(i).matches(section + ":[ ]*(#.*)?") ? i : -1;
        }
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
