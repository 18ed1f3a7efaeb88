-- Rules that people build: kept until they are put in force, and whose badge is whose.

create table rule_draft (                     -- never in force
  account ${uuid} not null,
  badge varchar(100) not null,                -- its id, as it stands in the document
  text ${long} not null,                      -- a badge document, right or wrong
  changed bigint not null,
  primary key (account, badge)
) ${table};

create table course_badge (                   -- a badge that was built in a course belongs to it
  badge varchar(100) primary key,
  site varchar(500) not null,                 -- root of the LMS
  course varchar(255) not null
) ${table};
create index course_badge_course on course_badge (course);
