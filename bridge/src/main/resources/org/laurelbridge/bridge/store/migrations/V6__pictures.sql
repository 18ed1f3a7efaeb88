-- What a badge looks like when it does not look as all do: a design or an uploaded picture.

create table badge_picture (
  badge varchar(100) primary key,
  design ${long},                             -- JSON; null: uploaded
  png ${bytes},                               -- null: designed
  fingerprint ${hash} not null,               -- of what there is of the two
  changed_at bigint not null
) ${table};
