-- Who changed what, from what, to what, when and from where. Rows are added, in the commit of the change itself. Where the
-- database lets Laurel make triggers, they refuse every other change to them, unless the door is open in the same transaction.

create table audit (
  id ${auto},
  at bigint not null,
  doer_kind varchar(20) not null,             -- account, token, command-line, application, platform, laurel
  doer varchar(200) not null,                 -- a name, or the pseudonym that stands for it since it was erased
  doer_account ${uuid},                       -- null for who has none
  origin varchar(200) not null,               -- remote address, or "command line"; empty for Laurel itself
  action varchar(60) not null,                -- group.what: account.disabled
  subject varchar(300) not null,              -- kind/id: award/0b1c…
  person ${uuid},                             -- whom it is about; null where it is about nobody
  before_value ${long},                       -- what was, as a JSON object of texts; null for nothing
  after_value ${long}
) ${table};
create index audit_at on audit (at);
create index audit_subject on audit (subject);
create index audit_doer on audit (doer);
create index audit_account on audit (doer_account);
create index audit_person on audit (person);

create table audit_door (                     -- one row: whether rows may be rewritten or removed in this transaction
  opened int not null
) ${table};
insert into audit_door (opened) values (0);

-- what a session's forms carry follows from its token: nothing here lets anybody send one
alter table browser_session drop column form_token;
