package org.laurelbridge.webapp.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.audit.Audit.Entry;
import org.laurelbridge.bridge.audit.Audit.Filter;
import org.laurelbridge.bridge.audit.Change;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who changed what. */
@Command(
        name = "audit",
        description = "Lists who changed what, when and from where, the newest first.",
        mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
    private static final int AT_ONCE = 500;
    private static final JsonMapper JSON = new JsonMapper();

    @ParentCommand
    private @Nullable LaurelCommand laurel;

    @Option(names = "--since", paramLabel = "DAY", description = "From this day (2026-03-01) or moment on, in UTC.")
    private @Nullable String since;

    @Option(names = "--subject", paramLabel = "SUBJECT", description = "Of this alone, as badge/k8s-quiz.")
    private @Nullable String subject;

    @Option(names = "--action", paramLabel = "ACTION", description = "As account, or account.disabled.")
    private @Nullable String action;

    @Option(names = "--json", description = "One object a line.")
    private boolean json;

    @Override
    public Integer call() {
        LaurelCommand parent = Objects.requireNonNull(laurel);
        Filter filter = new Filter(null, action, subject, null, since == null ? null : moment(since), null);
        try (Bridge bridge = parent.bridge()) {
            all(
                    bridge.stores().audit(),
                    filter,
                    entry -> parent.out().println(json ? document(entry).toString() : words(entry)));
        }
        return 0;
    }

    private static void all(Audit audit, Filter filter, Consumer<Entry> each) {
        List<Entry> page = audit.list(filter, 0, AT_ONCE);
        while (!page.isEmpty()) {
            page.forEach(each);
            page = audit.list(filter, page.get(page.size() - 1).id(), AT_ONCE);
        }
    }

    private static Instant moment(String text) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException noMoment) {
            throw new LaurelCommand.NotDone(
                    "--since: found " + text + ", expected a day as 2026-03-01 or a moment as 2026-03-01T10:00:00Z");
        }
    }

    private static String words(Entry entry) {
        Change change = entry.change();
        String from = entry.doer().origin().isEmpty() ? "" : " (" + entry.doer().origin() + ")";
        return entry.at() + "  " + entry.doer().name() + from + "  " + change.action() + "  " + change.subject()
                + values("  before: ", change.before()) + values("  after: ", change.after());
    }

    private static String values(String title, Map<String, String> values) {
        return values.isEmpty() ? "" : title + new TreeMap<>(values);
    }

    private static ObjectNode document(Entry entry) {
        Change change = entry.change();
        ObjectNode document = JSON.createObjectNode();
        document.put("id", entry.id());
        document.put("at", entry.at().toString());
        document.put("doerKind", entry.doer().kind().word());
        document.put("doer", entry.doer().name());
        document.put("account", Objects.toString(entry.doer().account(), null));
        document.put("origin", entry.doer().origin());
        document.put("action", change.action());
        document.put("subject", change.subject());
        document.put("person", Objects.toString(change.person(), null));
        change.before().forEach((name, value) -> document.withObject("before").put(name, value));
        change.after().forEach((name, value) -> document.withObject("after").put(name, value));
        return document;
    }
}
