package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.secret.SecretBox;
import org.laurelbridge.bridge.subject.Erasing;
import org.laurelbridge.mapping.Identifier;

/** The schema, walked: what could hold somebody is known to the erasure. */
class PersonalTablesTest {
    private static final byte[] KEY = "a secret of this installation...".getBytes(StandardCharsets.UTF_8);
    private static final String NAME = "Grace Brewster Hopper";
    private static final String MAIL = "grace.hopper@navy.example";

    /** Tables in which nobody can be, or by ids alone that say of nobody. */
    private static final Set<String> IMPERSONAL = Set.of(
            "access_token",
            "audit_door",
            "backpack_host",
            "badge_picture",
            "course_badge",
            "course_roster",
            "endorsement",
            "erased_award",
            "erased_credential",
            "erased_identity",
            "erased_person",
            "erasure",
            "found_activity",
            "found_until",
            "framework",
            "framework_edition",
            "framework_item",
            "framework_word",
            "intake",
            "issuer_key",
            "kept_moodle",
            "kept_source",
            "latch",
            "leaderboard",
            "lease",
            "line_item",
            "lti_course",
            "lti_deployment",
            "lti_invitation",
            "lti_placement",
            "lti_platform",
            "match_try",
            "oauth_client",
            "oauth_registration",
            "roster_source",
            "rule_document",
            "plan_course",
            "rule_plan",
            "rule_trouble",
            "secret",
            "setup_upload",
            "source_position",
            "source_tally",
            "status_entry",
            "status_list",
            "subscriber");

    /** Columns with 16 bytes that are no person, and no account, award or permission of one. */
    private static final Set<String> IDS_OF_NOBODY = Set.of(
            "announcement.id",
            "attestation.id",
            "background_run.id",
            "backpack.host",
            "backpack.id",
            "backpack_host.id",
            "backpack_way.host",
            "delivery.announcement",
            "erased_credential.id",
            "erasure.id",
            "fact.statement",
            "kept_moodle.id",
            "kept_source.id",
            "lease.holder",
            "lti_choice.platform",
            "lti_course.platform",
            "lti_course_role.platform",
            "lti_deployment.platform",
            "lti_login.platform",
            "lti_placement.platform",
            "lti_platform.id",
            "oauth_client.id",
            "oauth_grant.client",
            "quarantine.statement",
            "question.id",
            "received_credential.client",
            "received_credential.id",
            "rule_plan_fact.statement",
            "setup_upload.id",
            "run_person.run",
            "statement.id",
            "statement_also_from.statement",
            "statement_copy.statement",
            "status_entry.credential",
            "status_entry.list",
            "status_entry.refresh",
            "status_list.id",
            "voiding.target",
            "voiding.voider");

    /** Columns with 16 bytes by which rows of a person are found. */
    private static final Set<String> IDS_OF_SOMEBODY = Set.of(
            "account.id",
            "account.learner",
            "account_language.account",
            "account_login.account",
            "account_password.account",
            "account_role.account",
            "announcement.award",
            "attestation.person",
            "audit.doer_account",
            "audit.person",
            "award.credential",
            "award.id",
            "award.person",
            "award_event.award",
            "backpack.account",
            "backpack_way.account",
            "browser_session.holder",
            "course_member.person",
            "credential.award",
            "credential.id",
            "delivery.award",
            "evaluation.person",
            "fact.person",
            "lti_choice.account",
            "rule_draft.account",
            "background_run.account",
            "lti_course_role.account",
            "mail_refusal.holder",
            "merged_person.merged",
            "merged_person.root",
            "near_badge.person",
            "notice.person",
            "oauth_code.held_by",
            "oauth_grant.account",
            "oauth_grant.id",
            "oauth_grant.person",
            "oauth_token.held_by",
            "own_grade.award",
            "own_grade.person",
            "password_link.account",
            "person.id",
            "person_identifier.person",
            "person_merge.kept",
            "person_merge.merged",
            "person_news.person",
            "question.person",
            "question_mail.question",
            "question_mail.reader",
            "received_credential.person",
            "returned_work.person",
            "rule_plan_effect.person",
            "rule_plan_fact.person",
            "run_person.person",
            "shared_recipient.award",
            "sharing.award",
            "superseded_award.award",
            "told_profile.person",
            "wallet_offer.award",
            "wallet_token.award");

    private static List<PersonalTable> personal() {
        return Stream.of(PersonalTables.OF_AWARDS, PersonalTables.OTHERS, PersonalTables.IDENTITY)
                .flatMap(List::stream)
                .toList();
    }

    @OnEveryDatabase
    void everyTable_isKnownToTheErasure_orHoldsNobody(TestDatabase test) {
        Set<String> known = new TreeSet<>(IMPERSONAL);
        personal().forEach(table -> known.add(table.name()));
        known.addAll(PersonalTables.OF_STATEMENTS);
        known.addAll(PersonalTables.OF_SIGNING_IN);
        known.add(PersonalTables.AUDIT);
        Set<String> there = test.database()
                .read(handle -> Needles.columns(handle, test.isSqlite()).stream()
                        .map(column -> column.replaceFirst("\\..*", ""))
                        .collect(Collectors.toCollection(TreeSet::new)));

        assertThat(there)
                .as("a new table: say in PersonalTables how a person's rows in it are found, or here that it has none")
                .isEqualTo(known);
    }

    @OnEveryDatabase
    void everyId_isThatOfSomebodyWhomTheErasureFinds_orOfNobody(TestDatabase test) {
        if (test.isSqlite()) {
            return; // which says of all bytes that they are a blob
        }
        Set<String> ids = test.database()
                .read(handle -> Needles.columns(handle, false).stream()
                        .filter(column -> column.endsWith(" binary(16)"))
                        .map(column -> column.replaceFirst(" .*", ""))
                        .collect(Collectors.toCollection(TreeSet::new)));
        Set<String> known = new TreeSet<>(IDS_OF_NOBODY);
        known.addAll(IDS_OF_SOMEBODY);

        assertThat(ids)
                .as("a new id: is it of a person, or of what hangs on one? Then PersonalTables has to find it")
                .isEqualTo(known);
    }

    private final UUID person = UUID.randomUUID();
    private final UUID account = UUID.randomUUID();
    private final UUID award = UUID.randomUUID();
    private final UUID grant = UUID.randomUUID();
    private final Map<String, Object> values = Map.ofEntries(
            Map.entry("person", person),
            Map.entry("learner", person),
            Map.entry("kept", person),
            Map.entry("root", person),
            Map.entry("account", account),
            Map.entry("holder", account),
            Map.entry("holder_kind", "account"),
            Map.entry("doer_account", account),
            Map.entry("award", award),
            Map.entry("held_by", grant),
            Map.entry("account.id", account),
            Map.entry("award.id", award),
            Map.entry("oauth_grant.id", grant),
            Map.entry("doer_kind", "account"),
            Map.entry("account.name", NAME),
            Map.entry("account.email", MAIL),
            Map.entry("lti_login.login_hint", MAIL),
            Map.entry("sign_in_try.who", Fingerprint.of(MAIL)),
            Map.entry("status", "valid"),
            Map.entry("badge", "quiz"),
            Map.entry("action", "account.added"),
            Map.entry("before_value", "{\"name\":\"" + NAME + "\"}"),
            Map.entry("after_value", "{\"email\":\"" + MAIL + "\"}"));

    /** A row of theirs in every table, made by the schema alone. */
    @OnEveryDatabase
    void aRowInEveryTable_andNoneIsLeft(TestDatabase test) {
        Database database = test.database();
        database.change(handle -> {
            handle.execute("insert into person (id, name, created) values (?, ?, 0)", person, NAME);
            new PeopleRows(handle)
                    .addIdentifiers(Map.of(new PersonId(person), List.of(new Identifier("email", "", MAIL))));
            List<String> tables =
                    new ArrayList<>(personal().stream().map(PersonalTable::name).toList());
            // the one who stands for nobody but themselves is erased by their own id
            tables.removeAll(List.of("person", "person_identifier", "merged_person"));
            tables.addAll(PersonalTables.OF_SIGNING_IN);
            tables.add(PersonalTables.AUDIT);
            tables.forEach(table -> fill(handle, table));
        });
        Needles needles =
                new Needles().texts(List.of(NAME, MAIL), List.of("salt")).ids(List.of(person, account));
        assertThat(needles.inTables(database, test.isSqlite())).hasSizeGreaterThan(60);

        Erasing erasing = new Erasing(
                new ErasureStore(database, new SecretBox(new byte[32]), KEY), kind -> Set.of(), InstantSource.system());
        assertThat(erasing.goOn(erasing.begin(new PersonId(person)).orElseThrow(), step -> {})
                        .isDone())
                .isTrue();

        assertThat(needles.inTables(database, test.isSqlite())).isEmpty();
        assertThat(count(database, "audit")).isEqualTo(2);
        assertThat(count(database, "browser_session")).isZero();
    }

    private static long count(Database database, String table) {
        return database.read(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(long.class)
                .one());
    }

    private void fill(Handle handle, String table) {
        try {
            ResultSetMetaData columns = handle.getConnection()
                    .prepareStatement("select * from " + table + " where 1 = 0")
                    .executeQuery()
                    .getMetaData();
            List<String> names = new ArrayList<>();
            List<Object> bound = new ArrayList<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                String name = columns.getColumnName(i);
                if (!columns.isAutoIncrement(i) || values.containsKey(table + "." + name)) {
                    names.add(name);
                    bound.add(value(table, name, columns.getColumnType(i), columns.getPrecision(i)));
                }
            }
            handle.execute(
                    "insert into " + table + " (" + String.join(", ", names) + ") values ("
                            + names.stream().map(name -> "?").collect(Collectors.joining(", ")) + ")",
                    bound.toArray());
        } catch (SQLException failure) {
            throw new IllegalStateException(table, failure);
        }
    }

    private Object value(String table, String name, int type, int length) {
        Object known = values.getOrDefault(table + "." + name, values.get(name));
        if (known != null) {
            return known;
        }
        return switch (type) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
                length == 32 ? Fingerprint.of(table) : UUID.randomUUID();
            case Types.INTEGER, Types.BIGINT, Types.SMALLINT -> 1;
            default -> length > 0 && length < 60 ? "x" : "of " + MAIL;
        };
    }
}
