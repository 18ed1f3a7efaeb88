package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.deliver.mail.MailBook.Reader;

/** Addresses, as accounts and people have them. */
final class MailRows {
    private final Handle handle;

    private record Account(@Nullable String email, @Nullable Locale language) {}

    MailRows(Handle handle) {
        this.handle = handle;
    }

    /** By the newest of the accounts that may come in, else by what the learner is known by. */
    Optional<Reader> learner(UUID person) {
        List<UUID> group = new MergedPeople(handle).group(person);
        UUID root = new MergedPeople(handle).root(person);
        return handle.createQuery("""
                        select a.email, l.language from account a left join account_language l on l.account = a.id
                        where a.learner in (<people>) and a.disabled = 0
                        order by case when a.email is null then 1 else 0 end, a.created desc limit 1""")
                .bindList("people", group)
                .map((rows, context) -> new Account(rows.getString("email"), language(rows)))
                .findOne()
                .or(() -> Optional.of(new Account(null, null)))
                .flatMap(account -> Optional.ofNullable(account.email())
                        .or(() -> known(group))
                        .map(address -> new Reader(root, name(root), address, account.language())));
    }

    private Optional<String> known(List<UUID> group) {
        return handle
                .createQuery("select value from person_identifier where person in (<people>) and kind = 'email'")
                .bindList("people", group)
                .mapTo(String.class)
                .list()
                .stream()
                .sorted()
                .findFirst();
    }

    private @Nullable String name(UUID person) {
        return handle.createQuery("select name from person where id = :person")
                .bind("person", person)
                .map((rows, context) -> Optional.ofNullable(rows.getString("name")))
                .findOne()
                .flatMap(name -> name)
                .orElse(null);
    }

    /** Accounts with an address of those who decide about a person: administrators, and who teaches them. */
    Set<UUID> deciders(UUID person) {
        Set<UUID> deciders = new TreeSet<>(administrators());
        deciders.addAll(teachers(person));
        return deciders;
    }

    /** Accounts with an address of those who teach a person in some course, by launches and by rosters; never their own. */
    Set<UUID> teachers(UUID person) {
        Set<UUID> teachers = new TreeSet<>();
        for (LearnerCourses.Course course : new LearnerCourses(handle).of(person)) {
            teachers.addAll(handle.createQuery("""
                            select account from lti_course_role
                            where platform = :platform and course = :course and teaches = 1""")
                    .bind("platform", course.platform())
                    .bind("course", course.id())
                    .mapTo(UUID.class)
                    .list());
        }
        List<UUID> group = new MergedPeople(handle).group(person);
        List<UUID> rostered = handle.createQuery("""
                        select distinct t.person from course_member l
                        join course_member t on t.system = l.system and t.course = l.course and t.teaches = 1
                        where l.person in (<people>) and l.learns = 1""")
                .bindList("people", group)
                .mapTo(UUID.class)
                .list();
        for (UUID teacher : rostered) {
            teachers.addAll(handle.createQuery("select id from account where learner in (<people>)")
                    .bindList("people", new MergedPeople(handle).group(teacher))
                    .mapTo(UUID.class)
                    .list());
        }
        teachers.removeIf(account -> !mayTeach(account, group));
        return teachers;
    }

    private boolean mayTeach(UUID account, List<UUID> group) {
        return handle.createQuery("""
                        select learner from account a join account_role r on r.account = a.id and r.role = :role
                        where a.id = :account and a.disabled = 0 and a.email is not null""")
                .bind("role", word(Role.INSTRUCTOR))
                .bind("account", account)
                .map((rows, context) ->
                        Optional.ofNullable(rows.getBytes("learner")).map(Columns::uuid))
                .findOne()
                .filter(self -> self.isEmpty() || !group.contains(self.get()))
                .isPresent();
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private List<UUID> administrators() {
        return handle.createQuery("""
                        select a.id from account a join account_role r on r.account = a.id
                        where r.role = :role and a.disabled = 0 and a.email is not null order by a.id""")
                .bind("role", word(Role.ADMINISTRATOR))
                .mapTo(UUID.class)
                .list();
    }

    Optional<Reader> decider(UUID account) {
        return handle.createQuery("""
                        select a.name, a.email, l.language from account a
                        left join account_language l on l.account = a.id
                        where a.id = :account and a.disabled = 0 and a.email is not null
                          and exists (select 1 from account_role r where r.account = a.id and r.role in (<roles>))""")
                .bind("account", account)
                .bindList("roles", List.of(word(Role.ADMINISTRATOR), word(Role.INSTRUCTOR)))
                .map((rows, context) ->
                        new Reader(account, rows.getString("name"), rows.getString("email"), language(rows)))
                .findOne();
    }

    private static @Nullable Locale language(ResultSet rows) throws SQLException {
        String tag = rows.getString("language");
        return tag == null ? null : Locale.forLanguageTag(tag);
    }
}
