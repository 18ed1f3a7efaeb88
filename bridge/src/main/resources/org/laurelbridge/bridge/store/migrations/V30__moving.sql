-- What is set up, brought from another installation: kept until somebody decides about it.

create table setup_upload (
  id ${uuid} primary key,
  name varchar(200) not null,
  body ${bytes} not null,
  made bigint not null
) ${table};
create index setup_upload_made on setup_upload (made);

-- Deliveries are looked through by state and by target, the newest first.
create index delivery_state on delivery (state, id);
create index delivery_target_state on delivery (target, state, id);

-- How much each source has brought: counted as it comes, since counting it later would read the whole history.

create table source_tally (
  source varchar(100) not null,
  slot int not null,                          -- writers that do not wait for each other; their rows add up
  kept bigint not null,                       -- statements, each once a source, whatever became of them since
  last_at bigint,                             -- when the newest came; null for those before this table
  primary key (source, slot)
) ${table};
insert into source_tally (source, slot, kept)
  select source, 0, count(*) from (
    select source from statement union all select source from statement_also_from) as brought
  group by source;

alter table parked add column source varchar(100) not null default '';
update parked set source = coalesce((select s.source from statement s where s.seq = parked.seq), '');
create index parked_source on parked (source);
create index quarantine_source on quarantine (source);

-- A source that was never read well is away since it was first tried.
alter table source_position add column since bigint;
update source_position set since = coalesce(read_at, troubled_at);

-- Moodles that an administrator connected by web services, beside those of the configuration.

create table kept_moodle (
  id ${uuid} primary key,
  name varchar(100) not null,                 -- of the gradebook
  root varchar(2000) not null,                -- the site's wwwroot
  token varchar(4000) not null,               -- sealed
  rosters int not null,                       -- 1: who is enrolled is read, too
  places ${long} not null,                    -- JSON: the activity that takes each badge's grade
  created bigint not null
) ${table};
create unique index kept_moodle_once on kept_moodle (name);

alter table kept_source add column earned int not null default 0; -- 1: this LRS is told what is earned
