package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Audit.Filter;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;

/**
 * Which rows of the audit log were asked for, as typed; empty does not filter.
 *
 * @param person an id
 * @param from the first day, as {@code 2026-03-01}, in UTC
 * @param until the last day
 * @param before the row that the page before ended with; 0 for the first page
 */
public record AuditQuery(
        String doer, String action, String subject, String person, String from, String until, long before) {

    static AuditQuery of(HttpServletRequest request) {
        String before = text(request, "before");
        if (!before.matches("[0-9]{0,18}")) {
            throw new RequestFailure(Reason.BAD_INPUT);
        }
        return new AuditQuery(
                text(request, "doer"),
                text(request, "action"),
                text(request, "subject"),
                text(request, "person"),
                text(request, "from"),
                text(request, "until"),
                before.isEmpty() ? 0 : Long.parseLong(before));
    }

    private static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    /**
     * @param called the subjects whose titles hold what was typed
     * @param deeds the actions whose words do
     */
    Filter filter(Set<String> called, Set<String> deeds) {
        return new Filter(
                orNull(doer), orNull(action), orNull(subject), id(), day(from, 0), day(until, 1), called, deeds);
    }

    private @Nullable UUID id() {
        if (person.isEmpty()) {
            return null;
        }
        return Paging.uuid(person).orElseThrow(() -> new RequestFailure(Reason.BAD_INPUT));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Instant day(String text, int later) {
        try {
            return text.isEmpty()
                    ? null
                    : LocalDate.parse(text)
                            .plusDays(later)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeParseException noDay) {
            throw new RequestFailure(Reason.BAD_INPUT);
        }
    }

    /** Whether anything is filtered. */
    public boolean isNarrow() {
        return !(doer + action + subject + person + from + until).isEmpty();
    }

    /** The same as the query of an address, from this row on. */
    public String from(long row) {
        return "?"
                + Stream.of(
                                pair("doer", doer),
                                pair("action", action),
                                pair("subject", subject),
                                pair("person", person),
                                pair("from", from),
                                pair("until", until),
                                pair("before", row == 0 ? "" : Long.toString(row)))
                        .filter(pair -> !pair.isEmpty())
                        .collect(Collectors.joining("&"));
    }

    private static String pair(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
