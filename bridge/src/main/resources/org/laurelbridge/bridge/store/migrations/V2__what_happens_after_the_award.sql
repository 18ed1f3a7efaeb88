-- What becomes of an award: consent, suspension, new revisions of its credential, expiry and cycles; and what others say of people.

alter table award add column credential ${uuid};       -- id of its newest credential; null means that of the award
update award set credential = id;
create index award_credential on award (credential);
alter table award add column revision int not null default 1;
alter table award add column expires_at bigint;        -- null for never
alter table award add column decided int not null default 0;   -- 1: a person decided how it stands
alter table award add column claimed int not null default 0;
alter table award add column approved int not null default 0;
-- until now a reason that is not the policy's own was a person's
update award set decided = 1 where reason is not null and reason <> 'its evidence no longer supports it';

alter table credential rename to credential_before;
create table credential (
  id ${uuid} primary key,                     -- of the award for its first revision
  award ${uuid} not null,
  wanted int not null,                        -- 1: to be signed (again)
  mark bigint not null,                       -- moves with every new reason
  valid_from bigint,                          -- of the newest signing; each later than the last
  document ${long},                           -- Open Badges 3.0, signed
  trouble varchar(1000)
) ${table};
insert into credential (id, award, wanted, mark, valid_from, document, trouble)
  select award, award, wanted, mark, valid_from, document, trouble from credential_before;
drop table credential_before;
create index credential_to_sign on credential (wanted);
create index credential_of on credential (award);

create table attestation (                    -- what people and systems say of a person; awards held are in table award
  id ${uuid} primary key,
  person ${uuid} not null,
  topic varchar(20) not null,                 -- member, enrolled, profile, competency, approved, evidence
  subject varchar(200) not null,              -- what it is about: a badge, cohort, course, field or competency
  value ${long} not null,
  detail ${long} not null,
  said_by varchar(200) not null,
  from_at bigint not null,
  until_at bigint,
  said_at bigint not null
) ${table};
create index attestation_of on attestation (person, topic, subject);
create index attestation_about on attestation (topic, subject, person);

create table notice (                         -- what a learner is told with time; each once
  person ${uuid} not null,
  badge varchar(100) not null,
  what varchar(20) not null,                  -- deadline, renewable, expiring, expired
  moment bigint not null,                     -- of what it tells: the deadline, the expiry
  ahead bigint not null,                      -- how long before it is told, in microseconds
  told_at bigint not null,
  primary key (person, badge, what, moment, ahead)
) ${table};
create index notice_in_time on notice (told_at);
