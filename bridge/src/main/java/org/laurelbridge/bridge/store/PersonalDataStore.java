package org.laurelbridge.bridge.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("person", "You, as Laurel knows you"),
            Map.entry("person_identifier", "What you are known by"),
            Map.entry("fact", "What statements mean for badges"),
            Map.entry("attestation", "What is said of you"),
            Map.entry("award", "Your badges, with why you have them"),
            Map.entry("award_event", "What happened to your badges"),
            Map.entry("credential", "Your badges as they were signed"),
            Map.entry("delivery", "Grades and badges that were sent, and where"),
            Map.entry("announcement", "What of your badges was told to others"),
            Map.entry("own_grade", "Grades in Laurel's own gradebook"),
            Map.entry("sharing", "What you let others see"),
            Map.entry("notice", "What you were told"),
            Map.entry("mail_refusal", "Mails that you do not want"),
            Map.entry("account_language", "In which language you read"),
            Map.entry("received_credential", "Badges of other issuers that you brought"),
            Map.entry("oauth_grant", "What you allowed applications"),
            Map.entry("told_profile", "What applications say of you"),
            Map.entry("backpack", "Your backpacks"),
            Map.entry("account", "Your accounts"),
            Map.entry("account_login", "What you sign in by"),
            Map.entry("account_role", "What you may do"),
            Map.entry("browser_session", "Where you are signed in"),
            Map.entry("course_member", "Courses that you are in"),
            Map.entry("lti_course_role", "What you are in courses"),
            Map.entry("person_merge", "With whom you were merged"),
            Map.entry("audit", "What was changed about you"));

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
        return tables().map(table ->
                        new Kind(table.name().replace('_', '-'), TITLES.getOrDefault(table.name(), table.words())))
                .toList();
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
