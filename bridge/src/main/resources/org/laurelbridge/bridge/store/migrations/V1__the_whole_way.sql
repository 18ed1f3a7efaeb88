-- One schema for SQLite, MySQL and MariaDB. The words in braces are what differs: see Dialect.
-- Times are microseconds since 1970 (UTC), ids 16 bytes, fingerprints SHA-256, truth 0 and 1, JSON text.

-- secret ---------------------------------------------------------------------------------------------------------

create table secret (
  name varchar(100) primary key,
  sealed ${long} not null                     -- AES-256-GCM under secret-key, base64
) ${table};

create table access_token (
  fingerprint ${hash} primary key,            -- of the token, which is shown once and never kept
  name varchar(100) not null,
  role varchar(20) not null,
  created bigint not null
) ${table};

-- record: the statements -----------------------------------------------------------------------------------------

create table intake (                         -- one row a commit: what is mapped at a time
  id ${auto},
  stored_at bigint not null,                  -- one moment for all its statements
  statements int not null,
  mapped_with bigint not null default 0,      -- generation of the mapping that its facts come from; 0: to be mapped
  mark bigint not null default 0,             -- moves with every new reason to map it anew, so that no reason is lost
  facts int not null default 0,               -- what became of its statements, counted when they were mapped
  unmatched int not null default 0,
  parked int not null default 0
) ${table};
create index intake_to_map on intake (mapped_with, id);
create index intake_in_time on intake (stored_at, id);

create table statement (
  seq ${key},                                 -- intake.id * 65536 + place in it
  id ${uuid} not null,
  source varchar(100) not null,
  diagnostics ${long},                        -- JSON, null when there are none
  raw ${long} not null                        -- as it was sent
) ${table};
create unique index statement_once on statement (id);

create table statement_copy (                 -- an equal copy that says more: a timestamp, an activity type
  statement ${uuid} not null,
  fingerprint ${hash} not null,
  source varchar(100) not null,
  raw ${long} not null,
  primary key (statement, fingerprint)
) ${table};

create table statement_also_from (            -- another source that brought the same statement: it is its own, too
  statement ${uuid} not null,
  source varchar(100) not null,
  primary key (statement, source)
) ${table};

create table voiding (
  target ${uuid} not null,
  voider ${uuid} not null,
  source varchar(100) not null,               -- that told it; one of them with the right to it is enough
  reach varchar(10) not null,                 -- nothing, own, anything: what it may void, by the mapping when it came
  primary key (target, voider, source, reach)
) ${table};
create index voiding_by on voiding (voider);

create table quarantine (
  fingerprint ${hash} primary key,            -- of source and raw: the same trouble is listed once
  source varchar(100) not null,
  received_at bigint not null,
  statement ${uuid},                          -- null when it has no usable id
  why ${long} not null,                       -- JSON array of problems
  raw ${long} not null
) ${table};
create index quarantine_in_time on quarantine (received_at);

create table source_position (                -- how far a pulled source or a replayed file has been read
  source varchar(200) primary key,
  position ${long},                           -- JSON, the listener's own; null before the first good read
  read_at bigint,                             -- of the last good read
  trouble ${long},                            -- the last error in words, null when the last read was good
  troubled_at bigint
) ${table};

create table lease (                          -- what only one node does at a time, and which one does it
  name varchar(200) primary key,
  holder ${uuid} not null,
  ends_at bigint not null
) ${table};

-- record: the people ---------------------------------------------------------------------------------------------

create table person (
  id ${uuid} primary key,
  name ${long},
  created bigint not null
) ${table};

create table person_identifier (
  fingerprint ${hash} primary key,            -- of kind, scope and value: one person alone has it
  person ${uuid} not null,
  kind varchar(20) not null,
  scope ${long} not null,
  value ${long} not null
) ${table};
create index person_identifier_of on person_identifier (person);

create table latch (                          -- joining people and parking actors, changing rules and writing facts, wait here
  name varchar(20) primary key,
  turns bigint not null
) ${table};
insert into latch (name, turns) values ('people', 0);
insert into latch (name, turns) values ('rules', 0);

create table unknown_actor (
  fingerprint ${hash} primary key,            -- of its own identifier
  kind varchar(20) not null,
  scope ${long} not null,
  value ${long} not null,
  name ${long},
  first_seen bigint not null
) ${table};

create table unknown_actor_candidate (        -- what would place it, by the identity rules
  candidate ${hash} not null,
  actor ${hash} not null,
  primary key (candidate, actor)
) ${table};

create table parked (
  actor ${hash} not null,
  seq bigint not null,
  primary key (actor, seq)
) ${table};
create index parked_of on parked (seq);

-- map ------------------------------------------------------------------------------------------------------------

create table rule_document (                  -- every version ever applied
  generation ${auto},
  kind varchar(20) not null,                  -- mapping, badge
  name varchar(100) not null,
  version int not null,
  fingerprint ${hash} not null,
  body ${long} not null,                      -- the document as written
  applied_at bigint not null,
  in_force int not null
) ${table};
create unique index rule_document_once on rule_document (kind, name, version);

create table fact (
  seq bigint not null,
  activity varchar(100) not null,
  person ${uuid} not null,
  statement ${uuid} not null,
  body ${long} not null,                      -- the whole fact as JSON
  primary key (seq, activity, person)
) ${table};
create index fact_of on fact (person, activity);
create index fact_on on fact (activity, person);
create index fact_from on fact (statement);

-- award ----------------------------------------------------------------------------------------------------------

create table evaluation (                     -- what must be decided anew, and when
  person ${uuid} not null,
  badge varchar(100) not null,
  due bigint not null,
  mark bigint not null,                       -- a new random number with every new reason, so that no reason is lost
  primary key (person, badge)
) ${table};
create index evaluation_due on evaluation (due, person, badge);

create table rule_trouble (                   -- a rule that failed is switched off for a while
  badge varchar(100) primary key,
  version int not null,
  why varchar(1000) not null,
  since bigint not null,
  retry_at bigint not null
) ${table};

create table award (
  id ${uuid} primary key,
  badge varchar(100) not null,
  badge_version int not null,
  mapping_generation bigint not null,
  person ${uuid} not null,
  cycle int not null,
  status varchar(20) not null,                -- valid, review, revoked
  earned_at bigint not null,
  evidence ${long} not null,                  -- JSON array of statement ids
  facts_fingerprint ${hash} not null,
  explanation ${long} not null,               -- JSON, as decided
  unsupported_since bigint,                   -- support was lost and the policy waits for settle
  reason varchar(1000),                       -- why it is under review or revoked
  is_public int not null,
  created bigint not null,
  changed bigint not null
) ${table};
create unique index award_once on award (badge, person, cycle);
create index award_of on award (person);
create index award_standing on award (status, changed);

create table award_event (                    -- what happened to it, in order
  award ${uuid} not null,
  place int not null,
  at bigint not null,
  what varchar(20) not null,
  why varchar(1000) not null,
  primary key (award, place)
) ${table};

-- issue ----------------------------------------------------------------------------------------------------------

create table credential (
  award ${uuid} primary key,
  wanted int not null,                        -- 1: to be signed (again)
  mark bigint not null,                       -- moves with every new reason
  valid_from bigint,                          -- of the newest signing; each later than the last
  document ${long},                           -- Open Badges 3.0, signed
  trouble varchar(1000)
) ${table};
create index credential_wanted on credential (wanted);

-- deliver --------------------------------------------------------------------------------------------------------

create table delivery (
  id ${auto},
  award ${uuid} not null,
  target varchar(100) not null,
  revision int not null,                      -- 1 when granted, one more whenever the grade that should stand changes
  course varchar(1000) not null,              -- empty where the target needs none
  grade varchar(100) not null,                -- exact decimal
  maximum varchar(100) not null,
  remark varchar(1000) not null,              -- comment for the learner
  stamp bigint not null,                      -- whole second, later than that of the revision before
  state varchar(20) not null,                 -- due, sending, unknown, delivered, stuck, superseded
  attempts int not null,
  next_at bigint not null,
  trouble varchar(1000),
  delivered_at bigint
) ${table};
create unique index delivery_once on delivery (award, target, revision);
create index delivery_next on delivery (state, next_at);

create table line_item (                      -- found or made once for each badge, course and target
  target varchar(100) not null,
  course varchar(300) not null,
  badge varchar(100) not null,
  address varchar(2000),                      -- null while it is being looked for
  claimed_until bigint not null,
  primary key (target, course, badge)
) ${table};

create table own_grade (                      -- Laurel's own gradebook
  badge varchar(100) not null,
  person ${uuid} not null,
  award ${uuid} not null,
  grade varchar(100) not null,
  maximum varchar(100) not null,
  remark varchar(1000) not null,
  stamp bigint not null,
  primary key (badge, person)
) ${table};
