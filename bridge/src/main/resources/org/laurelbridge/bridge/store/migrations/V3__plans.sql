-- award: what other rules would do ---------------------------------------------------------------------------------

create table rule_plan (
  id ${auto},
  turn bigint not null,                       -- of the rules in force that it was made against
  fingerprint ${hash} not null,               -- of the documents
  documents ${long} not null,                 -- JSON array of file and text
  state varchar(20) not null,                 -- unfinished, open, accepted, dropped
  derived bigint not null,                    -- the newest intake whose facts have been derived by its mapping
  made_at bigint not null,
  ended_at bigint
) ${table};
create index rule_plan_of on rule_plan (fingerprint);

create table rule_plan_effect (
  plan bigint not null,
  place int not null,
  badge varchar(100) not null,
  version int not null,
  person ${uuid} not null,
  what varchar(10) not null,                  -- gain, loss, move
  at bigint not null,
  why varchar(1000) not null,
  primary key (plan, place)
) ${table};

create table rule_plan_fact (                 -- only where the plan's mapping differs from the live facts
  plan bigint not null,
  person ${uuid} not null,
  activity varchar(100) not null,
  seq bigint not null,
  statement ${uuid} not null,
  body ${long},                               -- null: the live fact would be gone
  primary key (plan, person, activity, seq)
) ${table};
