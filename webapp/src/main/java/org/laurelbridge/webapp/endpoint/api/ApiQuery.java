package org.laurelbridge.webapp.endpoint.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.xapi.Problem;

/** The parameters of a request. Collects what is wrong with them; {@link #check} tells all of it. */
final class ApiQuery {
    static final int MOST = 500;
    private static final int USUAL = 100;

    private final HttpServletRequest request;
    private final List<Problem> problems = new ArrayList<>();

    /** @param known the parameters of this address: a mistyped one must not go unnoticed */
    ApiQuery(HttpServletRequest request, String... known) {
        this.request = request;
        Set<String> names = Set.of(known);
        for (String name : request.getParameterMap().keySet()) {
            if (!names.contains(name)) {
                wrong(name, "a parameter that is not known", "one of " + List.of(known));
            }
        }
    }

    @Nullable
    String text(String name) {
        String text = request.getParameter(name);
        return text == null || text.isEmpty() ? null : text;
    }

    String required(String name) {
        String text = text(name);
        if (text == null) {
            wrong(name, "nothing", "a value");
            return "";
        }
        return text;
    }

    @Nullable
    UUID uuid(String name) {
        return parsed(name, text -> findUuid(text).orElse(null), "a UUID");
    }

    /** The person whose id must be given; {@link #check checks} all the other parameters too. */
    PersonId person(People people) {
        required("person");
        UUID id = uuid("person");
        check();
        return Optional.ofNullable(id)
                .flatMap(people::find)
                .map(Person::id)
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }

    /** 1 to 500, 100 unless told. */
    int limit() {
        Integer limit = parsed("limit", ApiQuery::number, "a number from 1 to " + MOST);
        return limit == null ? USUAL : limit;
    }

    <T> @Nullable T parsed(String name, Function<String, @Nullable T> parser, String expected) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        T value = parser.apply(text);
        if (value == null) {
            wrong(name, text.length() > 60 ? text.substring(0, 60) + "…" : text, expected);
        }
        return value;
    }

    void check() {
        if (!problems.isEmpty()) {
            throw new RequestFailure(Reason.BAD_INPUT, problems);
        }
    }

    private void wrong(String name, String found, String expected) {
        problems.add(new Problem("?" + name, found, expected, ""));
    }

    private static @Nullable Integer number(String text) {
        if (!text.matches("[0-9]{1,3}")) {
            return null;
        }
        int number = Integer.parseInt(text);
        return number >= 1 && number <= MOST ? number : null;
    }

    static Optional<UUID> findUuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }
}
