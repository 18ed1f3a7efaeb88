-- What platforms tell of their courses, and what instructors place in them (LTI 1.3, Deep Linking 2.0).

create table lti_course (                     -- as a launch told it last
  platform ${uuid} not null,
  course varchar(255) not null,               -- id of the context
  deployment varchar(255) not null,           -- of the tool that was launched
  title varchar(500),
  line_items varchar(2000),                   -- where its gradebook's columns are; null until one is told
  memberships varchar(2000),                  -- where its members are; null until one is told
  scopes varchar(2000) not null,              -- what the platform lets Laurel do with its columns, with spaces
  seen bigint not null,
  primary key (platform, course)
) ${table};

alter table lti_platform add column family varchar(100); -- which product it is (product_family_code); null until it is told
create index lti_course_role_course on lti_course_role (platform, course);

create table lti_choice (                     -- what an instructor is choosing for a platform (deep linking), once
  token ${hash} primary key,                  -- fingerprint of what the page holds
  account ${uuid} not null,
  platform ${uuid} not null,
  deployment varchar(255) not null,
  course varchar(255),                        -- null when it is for none
  back varchar(2000) not null,                -- where the choice is posted to
  data ${long},                               -- goes back as it came
  takes_line_item int not null,
  takes_many int not null,
  began bigint not null
) ${table};
create index lti_choice_began on lti_choice (began);

create table lti_placement (                  -- a badge that stands in a course
  platform ${uuid} not null,
  deployment varchar(255) not null,
  link varchar(255) not null,                 -- id of the resource link
  course varchar(255) not null,
  badge varchar(100) not null,
  points int not null,                        -- what the award is worth in the course's gradebook
  line_item varchar(2000),                    -- its own column; null when it has none
  seen bigint not null,
  primary key (platform, deployment, link)
) ${table};
create index lti_placement_badge on lti_placement (badge, platform, course);
create index lti_placement_course on lti_placement (platform, course);
