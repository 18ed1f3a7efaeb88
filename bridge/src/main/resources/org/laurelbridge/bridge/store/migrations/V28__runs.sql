-- Work that takes longer than a page may: what a rule would do, and rules that are put in force. Kept for a day for who asked.

create table background_run (
  id ${uuid} primary key,
  account ${uuid} not null,                   -- who asked
  site varchar(500),                          -- root of the LMS, where an instructor asked
  course varchar(255),
  badge varchar(100) not null,
  kind varchar(10) not null,                  -- trial, save, copy
  document ${long} not null,                  -- the badge document that it is about
  state varchar(10) not null,                 -- waiting, running, done, failed, stopped
  done int not null,                          -- of whole steps
  whole int not null,
  outcome ${long},                            -- JSON; null until it is done
  begun bigint not null,
  seen bigint not null                        -- when its node wrote last
) ${table};
create index background_run_begun on background_run (begun);

create table run_person (                     -- whom it found
  run ${uuid} not null,
  list varchar(10) not null,                  -- gain, loss, held, near
  person ${uuid} not null,
  at bigint,                                  -- since when, or when
  words ${long},                              -- what is missing
  primary key (run, list, person)
) ${table};

create table plan_course (                    -- a plan that an instructor's rule waits for
  plan bigint primary key,
  badge varchar(100) not null,
  site varchar(500) not null,
  course varchar(255) not null
) ${table};
create index plan_course_course on plan_course (course);

create table returned_work (                  -- what somebody sent back with a note instead of approving it; the newest of each
  person ${uuid} not null,
  badge varchar(100) not null,
  note ${long} not null,
  at bigint not null,
  times int not null,                         -- how often it was sent back
  primary key (person, badge)
) ${table};
