package org.laurelbridge.bridge.store;

import java.util.List;
import java.util.Set;

/**
 * Every table with rows of a person, in the order in which they can go: what hangs on other rows before these. A test walks the
 * schema and fails when a column could hold a person and is not told here.
 */
final class PersonalTables {
    /** Whose rows: the people of an erasure or an export, and who was merged into them. */
    private static final String OF_PERSON = "person in (<people>)";

    private static final String AWARDS = "(select id from award where " + OF_PERSON + ")";
    private static final String ACCOUNTS = "(select id from account where learner in (<people>))";
    private static final String QUESTIONS = "(select id from question where " + OF_PERSON + ")";
    private static final String OF_GRANT = "person in (<people>) or account in " + ACCOUNTS;
    private static final String GRANTS = "(select id from oauth_grant where " + OF_GRANT + ")";

    /** Tables of the log of statements, whose rows a person's identifiers find: see ErasingStatements, ErasingActors. */
    static final Set<String> OF_STATEMENTS = Set.of(
            "statement",
            "statement_copy",
            "statement_also_from",
            "voiding",
            "quarantine",
            "parked",
            "unknown_actor",
            "unknown_actor_candidate");

    /** Rows that come and go fast, found by what somebody typed or an LMS said: see ErasingTraces. */
    static final Set<String> OF_SIGNING_IN = Set.of("sign_in_try", "lti_login");

    /** Tables of awards, which go together, award by award: see ErasingAwards. */
    static final List<PersonalTable> OF_AWARDS = List.of(
            new PersonalTable("award_event", "award in " + AWARDS, "at"),
            new PersonalTable("delivery", "award in " + AWARDS, "id"),
            new PersonalTable("announcement", "award in " + AWARDS, "at"),
            new PersonalTable("sharing", "award in " + AWARDS, "changed"),
            new PersonalTable("wallet_offer", "award in " + AWARDS, "ends"),
            new PersonalTable("wallet_token", "award in " + AWARDS, "ends"),
            new PersonalTable("shared_recipient", "award in " + AWARDS, "award"),
            new PersonalTable("superseded_award", "award in " + AWARDS, "award"),
            new PersonalTable("credential", "award in " + AWARDS, "id"),
            new PersonalTable("award", OF_PERSON, "id"));

    /** The others but who they are. */
    static final List<PersonalTable> OTHERS = List.of(
            new PersonalTable("rule_plan_fact", OF_PERSON, "seq"),
            new PersonalTable("rule_plan_effect", OF_PERSON, "plan"),
            new PersonalTable("run_person", OF_PERSON, "run"),
            new PersonalTable("evaluation", OF_PERSON, "due"),
            new PersonalTable("near_badge", OF_PERSON, "badge"),
            new PersonalTable("person_news", OF_PERSON, "number"),
            new PersonalTable(
                    "question_mail",
                    "reader in (<people>) or reader in " + ACCOUNTS + " or question in " + QUESTIONS,
                    "since"),
            new PersonalTable("question", OF_PERSON, "asked_at"),
            new PersonalTable("returned_work", OF_PERSON, "at"),
            new PersonalTable("fact", OF_PERSON, "seq"),
            new PersonalTable("attestation", OF_PERSON, "said_at"),
            new PersonalTable("course_member", OF_PERSON, "since"),
            new PersonalTable("notice", OF_PERSON, "told_at"),
            new PersonalTable("mail_refusal", "holder in (<people>) or holder in " + ACCOUNTS, "since"),
            new PersonalTable("account_language", "account in " + ACCOUNTS, "changed"),
            new PersonalTable("own_grade", OF_PERSON, "stamp"),
            new PersonalTable("told_profile", OF_PERSON, "changed"),
            new PersonalTable("received_credential", OF_PERSON, "changed"),
            new PersonalTable("oauth_code", "held_by in " + GRANTS, "expires_at"),
            new PersonalTable("oauth_token", "held_by in " + GRANTS, "expires_at"),
            new PersonalTable("oauth_grant", OF_GRANT, "created"),
            new PersonalTable("backpack_way", "account in " + ACCOUNTS, "until"),
            new PersonalTable("backpack", "account in " + ACCOUNTS, "connected_at"),
            new PersonalTable("password_link", "account in " + ACCOUNTS, "ends"),
            new PersonalTable("background_run", "account in " + ACCOUNTS, "begun"),
            new PersonalTable("rule_draft", "account in " + ACCOUNTS, "changed"),
            new PersonalTable("lti_choice", "account in " + ACCOUNTS, "began"),
            new PersonalTable("lti_course_role", "account in " + ACCOUNTS, "seen"),
            new PersonalTable("browser_session", "holder_kind = 'account' and holder in " + ACCOUNTS, "started"),
            new PersonalTable("account_login", "account in " + ACCOUNTS, "account"),
            new PersonalTable("account_password", "account in " + ACCOUNTS, "changed"),
            new PersonalTable("account_role", "account in " + ACCOUNTS, "account"),
            new PersonalTable("account", "learner in (<people>)", "id"));

    /** Who they are: the last to go, all at once. */
    static final List<PersonalTable> IDENTITY = List.of(
            new PersonalTable("person_merge", "kept in (<people>) or merged in (<people>)", "id"),
            new PersonalTable("merged_person", "merged in (<people>) or root in (<people>)", "merged"),
            new PersonalTable("person_identifier", OF_PERSON, "person"),
            new PersonalTable("person", "id in (<people>)", "id"));

    /** The log of changes, whose rows stay, by a pseudonym: see ErasingAudit. */
    static final String AUDIT = "audit";

    private PersonalTables() {}
}
