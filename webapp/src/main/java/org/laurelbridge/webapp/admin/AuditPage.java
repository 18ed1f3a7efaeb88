package org.laurelbridge.webapp.admin;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Audit.Entry;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.words.Words;

/**
 * A page of the audit log, the newest first.
 *
 * @param next the address of the next page; null on the last
 */
public record AuditPage(
        Frame frame,
        AuditQuery query,
        List<Line> lines,
        @Nullable String next) {
    static final int SHOWN = 100;

    /**
     * A row.
     *
     * @param how the key of what kind of doer it is; empty for an account
     * @param action in words
     * @param called what the subject is called; its id when it is called nothing
     * @param kind what it is, in a word
     * @param place where the subject is looked at; null when there is no such page
     * @param person whom it is about; null for nobody
     * @param whom their name; empty when it is not known, or said by the subject
     */
    public record Line(
            Moment at,
            String doer,
            String how,
            String origin,
            String action,
            String subject,
            String called,
            String kind,
            @Nullable String place,
            @Nullable UUID person,
            String whom,
            List<Difference> differences) {}

    /**
     * A value that changed.
     *
     * @param before null when there was none
     * @param after null when there is none
     */
    public record Difference(
            String name, @Nullable String before, @Nullable String after) {}

    static AuditPage of(Frame frame, AuditQuery query, List<Entry> found, AuditNames names, Words words) {
        List<Line> lines = found.stream()
                .limit(SHOWN)
                .map(entry -> line(entry, names, words))
                .toList();
        String next = found.size() > SHOWN
                ? "/admin/audit" + query.from(found.get(SHOWN - 1).id())
                : null;
        return new AuditPage(frame, query, lines, next);
    }

    private static Line line(Entry entry, AuditNames names, Words words) {
        Change change = entry.change();
        Doer doer = entry.doer();
        UUID person = change.person();
        String subject = change.subject();
        String kind = subject.substring(0, subject.indexOf('/'));
        boolean isSaid = person == null || subject.equals("person/" + person);
        String called = names.subject(subject);
        String whom = isSaid || person == null ? "" : names.person(person);
        // an account is called as the person whose it is
        boolean isSame = !whom.isEmpty() && whom.equals(called) && place(subject) == null;
        return new Line(
                new Moment(entry.at()),
                doer.name(),
                how(doer.kind()),
                doer.kind() == Doer.Kind.COMMAND_LINE ? words.say("admin.how.command-line") : doer.origin(),
                words.deed(change.action()),
                subject,
                called,
                words.sayOr("admin.audit.kind." + kind, kind),
                isSame ? "/admin/people/" + person : place(subject),
                isSaid || isSame ? null : person,
                whom,
                differences(change, names, words));
    }

    private static String how(Doer.Kind kind) {
        return switch (kind) {
            case ACCOUNT, COMMAND_LINE, LAUREL, STRANGER -> "";
            case TOKEN -> "admin.how.token";
            case APPLICATION -> "admin.how.application";
            case PLATFORM -> "admin.how.platform";
        };
    }

    private static @Nullable String place(String subject) {
        String id = subject.substring(subject.indexOf('/') + 1);
        return switch (subject.substring(0, subject.indexOf('/'))) {
            case "award" -> "/awards/" + id;
            case "badge" -> "/badges/" + id;
            case "person" -> "/admin/people/" + id;
            default -> null;
        };
    }

    private static List<Difference> differences(Change change, AuditNames names, Words words) {
        Set<String> values = new TreeSet<>(change.before().keySet());
        values.addAll(change.after().keySet());
        return values.stream()
                .map(name -> new Difference(
                        name,
                        value(name, change.before().get(name), names, words),
                        value(name, change.after().get(name), names, words)))
                .toList();
    }

    private static @Nullable String value(String name, @Nullable String kept, AuditNames names, Words words) {
        return kept == null ? null : AuditValues.of(name, kept, names, words);
    }

    /** The address of the same rows as CSV. */
    public String csv() {
        return "/admin/audit.csv" + query.from(0);
    }
}
