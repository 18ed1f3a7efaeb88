-- What learners ask their instructors about a badge, with the explanation as they saw it.

create table question (
  id ${uuid} primary key,
  person ${uuid} not null,
  badge varchar(100) not null,
  asked_at bigint not null,
  note ${long} not null,
  tree ${long} not null,                      -- JSON array of the lines that were read: depth, truth, text
  waits int,                                  -- 1 until it is answered, null from then on: no two of a person and badge wait
  answer ${long},
  answered_at bigint
) ${table};
create unique index question_once on question (person, badge, waits);
