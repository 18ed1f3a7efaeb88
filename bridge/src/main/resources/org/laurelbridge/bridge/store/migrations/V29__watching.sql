-- What instructors choose from and look at: activities that were done or that an LMS lists, and boards of a course.

create table found_activity (                 -- whether the mapping knows it or not
  place ${hash} not null,                     -- fingerprint of the course's name in rules and statements; of nothing for every place
  activity ${hash} not null,                  -- fingerprint of its id
  id ${long} not null,                        -- an IRI
  title varchar(300),                         -- null when nobody told
  type varchar(300),                          -- the last part of its type's IRI, or the LMS's word; null when nobody told
  seen bigint not null,                       -- when it was found last
  primary key (place, activity)
) ${table};
create index found_activity_seen on found_activity (seen);

create table found_until (                    -- how far what is read for it has been read
  what varchar(50) primary key,
  until bigint not null                       -- a place in the log of statements; or when it is read next
) ${table};

create table leaderboard (                    -- of a course whose instructor switched it on once
  site varchar(300) not null,                 -- root of the LMS
  course varchar(255) not null,
  salt ${hash} not null,                      -- what aliases are made with, so that nobody counts back
  is_on int not null,
  primary key (site, course)
) ${table};
