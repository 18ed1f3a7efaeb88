package org.laurelbridge.bridge.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.subject.Report;
import org.laurelbridge.bridge.subject.Subject;
import org.laurelbridge.mapping.Identifier;

/** Everything that somebody is known by, with who was merged into them. Within a transaction or a read. */
final class Subjects {
    private static final Set<String> FORMS = Set.of("email", "mbox_sha1sum", "openid", "account");

    private final Handle handle;

    Subjects(Handle handle) {
        this.handle = handle;
    }

    /** @param homePages on which an account's name is a person's identifier of a kind */
    Subject of(UUID person, Function<String, Set<String>> homePages) {
        List<UUID> people = new MergedPeople(handle).group(person);
        Set<String> names = new LinkedHashSet<>(texts("select name from person where id in (<people>)", people));
        names.addAll(texts("select name from account where learner in (<people>)", people));
        Set<String> logins =
                new LinkedHashSet<>(texts("select email from account where learner in (<people>)", people));
        logins.addAll(texts("""
                select subject from account_login where account in (
                  select id from account where learner in (<people>))""", people));
        Set<Identifier> identifiers = new LinkedHashSet<>();
        handle.createQuery("select kind, scope, value from person_identifier where person in (<people>)")
                .bindList("people", people)
                .map((rows, context) -> PeopleRows.identifier(rows))
                .forEach(identifiers::add);
        logins.stream().filter(login -> login.indexOf('@') > 0).forEach(email -> identifiers.add(email(email)));
        Set<Identifier> all = Identities.withDerived(identifiers);
        Set<Identifier> forms = new LinkedHashSet<>();
        all.forEach(identifier -> forms(identifier, homePages).forEach(forms::add));
        return new Subject(people, List.copyOf(names), List.copyOf(all), List.copyOf(forms), List.copyOf(logins));
    }

    private static Identifier email(String address) {
        return new Identifier("email", "", address);
    }

    private List<String> texts(String query, List<UUID> people) {
        return handle.createQuery(query).bindList("people", people).mapTo(String.class).stream()
                .filter(text -> text != null && !text.isBlank())
                .toList();
    }

    /** As actors of statements carry it. */
    static Stream<Identifier> forms(Identifier identifier, Function<String, Set<String>> homePages) {
        if (FORMS.contains(identifier.kind())) {
            return Stream.of(identifier);
        }
        Set<String> pages =
                identifier.scope().isEmpty() ? homePages.apply(identifier.kind()) : Set.of(identifier.scope());
        return pages.stream().map(page -> new Identifier("account", page, identifier.value()));
    }

    /** How many rows there are; statements as far as facts tell of them. */
    Report foresee(UUID person) {
        List<UUID> people = new MergedPeople(handle).group(person);
        Report report = Report.empty()
                .erased(
                        "statements with facts",
                        count("select count(distinct statement) from fact where person in (<people>)", people));
        for (PersonalTable table : Stream.of(PersonalTables.OF_AWARDS, PersonalTables.OTHERS, PersonalTables.IDENTITY)
                .flatMap(List::stream)
                .toList()) {
            report = report.erased(
                    table.words(), count("select count(*) from " + table.name() + " where " + table.which(), people));
        }
        return report;
    }

    private long count(String query, List<UUID> people) {
        return handle.createQuery(query)
                .bindList("people", people)
                .mapTo(long.class)
                .one();
    }
}
