-- Who is in which course of an LMS, as its rosters tell.

create table course_roster (                  -- a course whose roster is read
  system varchar(300) not null,               -- root of the LMS, as statements name it
  course varchar(255) not null,               -- the LMS's own id of it
  source varchar(100) not null,               -- that tells the roster
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
