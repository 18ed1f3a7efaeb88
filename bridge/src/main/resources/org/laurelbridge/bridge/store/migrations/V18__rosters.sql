-- Who is in which course of an LMS, as its rosters tell.

create table roster_source (                  -- what tells rosters: a registered platform, a Moodle's web services
  name varchar(100) primary key,
  due_at bigint not null,                     -- when its courses are listed next
  listed_at bigint,                           -- when they were listed last; null before the first time
  trouble ${long}                             -- why they could not be listed; null when the last list was good
) ${table};

create table course_roster (                  -- a course whose roster is read
  system varchar(300) not null,               -- root of the LMS, as statements name it
  course varchar(255) not null,               -- the LMS's own id of it
  source varchar(100) not null,               -- that tells the roster
  subject varchar(600) not null,              -- what rules name it by
  title varchar(500),
  due_at bigint not null,                     -- when it is read next
  read_at bigint,                             -- of the last good read; null before the first
  trouble ${long},                            -- the last error in words; null when the last read was good
  troubled_at bigint,
  primary key (system, course)
) ${table};

create table course_member (
  system varchar(300) not null,
  course varchar(255) not null,
  person ${uuid} not null,
  teaches int not null,
  learns int not null,
  since bigint not null,                      -- when a roster first told it
  primary key (system, course, person)
) ${table};
create index course_member_of on course_member (person);
