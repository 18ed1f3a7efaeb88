package org.laurelbridge.webapp.endpoint;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.record.StatementLog.Range;
import org.laurelbridge.xapi.Problem;

/** Reads the parameters of one GET of statements, and tells all that is wrong with them. */
final class StatementQueryReader {
    private static final Pattern UUID_FORM = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Set<String> FILTERS =
            Set.of("agent", "verb", "activity", "registration", "related_activities", "related_agents");
    private static final Set<String> KNOWN = Set.of(
            "statementId",
            "voidedStatementId",
            "agent",
            "verb",
            "activity",
            "registration",
            "related_activities",
            "related_agents",
            "since",
            "until",
            "limit",
            "format",
            "attachments",
            "ascending",
            "more");

    private final Map<String, String> parameters;
    private final List<Problem> problems = new ArrayList<>();

    StatementQueryReader(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    StatementQuery read() {
        StatementQuery.tellUnknown(parameters, KNOWN, problems);
        boolean attachments = truth("attachments");
        String format = parameters.getOrDefault("format", "exact");
        if (!Set.of("exact", "ids", "canonical").contains(format)) {
            tell("format", "exact, ids or canonical");
        }
        StatementQuery query = query();
        if (!problems.isEmpty() || query == null) {
            throw XapiRefusal.bad(problems);
        }
        if (attachments || !format.equals("exact") || asksForFilter()) {
            throw XapiRefusal.of(
                    501,
                    "agent, verb, activity, registration, related_activities, related_agents,"
                            + " format other than exact and attachments=true are not built yet.");
        }
        return query;
    }

    private boolean asksForFilter() {
        return parameters.entrySet().stream()
                .anyMatch(parameter -> FILTERS.contains(parameter.getKey())
                        && !(parameter.getKey().startsWith("related_")
                                && parameter.getValue().equals("false")));
    }

    private @Nullable StatementQuery query() {
        for (String name : List.of("statementId", "voidedStatementId")) {
            if (parameters.containsKey(name)) {
                refuseCompanions(name, Set.of(name, "format", "attachments"));
                UUID id = identifier(name);
                return id == null ? null : new StatementQuery.One(id, name.startsWith("voided"));
            }
        }
        if (parameters.containsKey("more")) {
            refuseCompanions("more", Set.of("more"));
            Range range = MoreToken.read(parameters.getOrDefault("more", ""));
            if (range == null) {
                tell("more", "the address as it was answered");
                return null;
            }
            return new StatementQuery.Page(range);
        }
        return new StatementQuery.Page(new Range(time("since"), time("until"), truth("ascending"), null, limit()));
    }

    private void refuseCompanions(String name, Set<String> allowed) {
        for (String other : parameters.keySet()) {
            if (KNOWN.contains(other) && !allowed.contains(other)) {
                problems.add(
                        new Problem("query", name + " with " + other, name + " without it", StatementQuery.CLAUSE));
            }
        }
    }

    private @Nullable UUID identifier(String name) {
        UUID id = uuid(parameters.getOrDefault(name, ""));
        if (id == null) {
            tell(name, "a UUID");
        }
        return id;
    }

    /** Null when it is none (UUID.fromString takes more than UUIDs). */
    static @Nullable UUID uuid(String text) {
        return UUID_FORM.matcher(text).matches() ? UUID.fromString(text) : null;
    }

    private @Nullable Instant time(String name) {
        String text = parameters.get(name);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException wrong) {
            tell(name, "a time as 2026-01-31T12:00:00Z, percent-encoded");
            return null;
        }
    }

    private boolean truth(String name) {
        String text = parameters.getOrDefault(name, "false");
        if (!text.equals("true") && !text.equals("false")) {
            tell(name, "true or false");
        }
        return text.equals("true");
    }

    // 0 means as many as the server likes to send
    private int limit() {
        String text = parameters.getOrDefault("limit", "0");
        if (!text.matches("[0-9]{1,18}")) {
            tell("limit", "a whole number from 0 on");
            return StatementQuery.LARGEST_PAGE;
        }
        long limit = Long.parseLong(text);
        return limit == 0 ? StatementQuery.LARGEST_PAGE : (int) Math.min(limit, StatementQuery.LARGEST_PAGE);
    }

    private void tell(String name, String expected) {
        problems.add(new Problem(
                "query, " + name,
                "\"" + cut(parameters.getOrDefault(name, "")) + "\"",
                expected,
                StatementQuery.CLAUSE));
    }

    private static String cut(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
