package org.laurelbridge.bridge.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.subject.PersonalData;
import org.laurelbridge.bridge.subject.Subject;

/** Reads what {@link PersonalTables} tells of, a stretch of rows at a time and each in a read of its own. */
public final class PersonalDataStore implements PersonalData {
    private static final int AT_ONCE = 500;
    /** Tables that let somebody in, of which nothing else is to be told. */
    private static final Set<String> LEFT_OUT =
            Set.of("oauth_code", "oauth_token", "backpack_way", "password_link", "account_password", "evaluation");

    private static final PersonalTable AUDIT = new PersonalTable("audit", "person in (<people>)", "id");
    private final Database database;

    public PersonalDataStore(Database database) {
        this.database = database;
    }

    private static Stream<PersonalTable> tables() {
        return Stream.of(PersonalTables.IDENTITY, PersonalTables.OF_AWARDS, PersonalTables.OTHERS, List.of(AUDIT))
                .flatMap(List::stream)
                .filter(table -> !LEFT_OUT.contains(table.name()));
    }

    @Override
    public Optional<Subject> find(PersonId person, Function<String, Set<String>> homePages) {
        return database.read(handle -> new PeopleRows(handle).isThere(person)
                ? Optional.of(new Subjects(handle).of(person.value(), homePages))
                : Optional.empty());
    }

    @Override
    public void tellHandedOut(Subject subject, Doer doer) {
        UUID person = subject.people().get(0);
        Change change = Change.of("person.exported", "person", person).about(person);
        database.change(handle -> Trail.by(doer).record(handle, change));
    }

    @Override
    public List<Kind> kinds() {
        return tables().map(table -> new Kind(table.name().replace('_', '-'))).toList();
    }

    @Override
    public void each(Kind kind, Subject subject, Consumer<String> row) {
        PersonalTable table = tables().filter(
                        one -> one.name().replace('_', '-').equals(kind.name()))
                .findFirst()
                .orElseThrow();
        @Nullable Object after = null;
        boolean isMore = true;
        while (isMore) {
            @Nullable Object from = after;
            Optional<Object> edge = database.read(handle -> table.edge(handle, subject.people(), from, AT_ONCE));
            List<String> rows = database.read(handle -> stretch(handle, table, subject.people(), from, edge));
            rows.forEach(row);
            after = edge.orElse(null);
            isMore = edge.isPresent();
        }
    }

    private static List<String> stretch(
            Handle handle, PersonalTable table, List<UUID> people, @Nullable Object after, Optional<Object> edge) {
        var query = handle.createQuery("select * from " + table.name() + " where (" + table.which() + ")"
                        + (after == null ? "" : " and " + table.by() + " > :after")
                        + (edge.isEmpty() ? "" : " and " + table.by() + " <= :edge") + " order by " + table.by())
                .bindList("people", people);
        if (after != null) {
            query.bind("after", after);
        }
        edge.ifPresent(value -> query.bind("edge", value));
        return query.map((rows, context) -> RowJson.of(rows)).list();
    }

    @Override
    public void eachStatement(Subject subject, Consumer<String> row) {
        StatementsOf statements = new StatementsOf(subject);
        long place = 0;
        Optional<Long> further = Optional.of(place);
        while (further.isPresent()) {
            long from = further.get();
            StatementsOf.Stretch stretch = database.read(handle -> statements.after(handle, from));
            stretch.rows().forEach(row);
            further = stretch.further();
        }
        database.read(statements::quarantined).forEach(row);
    }

    @Override
    public void eachReceived(Subject subject, Consumer<Received> badge) {
        List<UUID> ids = database.read(handle -> handle.createQuery(
                        "select id from received_credential where person in (<people>) order by id")
                .bindList("people", subject.people())
                .mapTo(UUID.class)
                .list());
        for (UUID id : ids) {
            database.read(handle -> handle.createQuery("select form, content from received_credential where id = :id")
                            .bind("id", id)
                            .map((rows, context) -> new Received(
                                    id.toString(),
                                    rows.getString("form"),
                                    new String(rows.getBytes("content"), StandardCharsets.UTF_8)))
                            .findOne())
                    .ifPresent(badge);
        }
    }
}
