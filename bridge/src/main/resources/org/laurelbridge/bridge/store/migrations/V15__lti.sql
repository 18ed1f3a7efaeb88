-- Laurel as a tool of learning platforms (LTI 1.3).

create table lti_platform (
  id ${uuid} primary key,
  identity ${hash} not null,                  -- fingerprint of issuer and client id, which name it together
  name varchar(60) not null,                  -- as badges deliver to it
  issuer varchar(2000) not null,
  client_id varchar(255) not null,
  authorization_url varchar(2000) not null,
  token_url varchar(2000) not null,
  audience varchar(2000) not null,
  keys_url varchar(2000) not null,
  trusts_email int not null,                  -- whether somebody is who its addresses say
  created bigint not null
) ${table};
create unique index lti_platform_once on lti_platform (identity);
create unique index lti_platform_named on lti_platform (name);

create table lti_deployment (                 -- of the tool at a platform
  platform ${uuid} not null,
  deployment varchar(255) not null,
  created bigint not null,
  primary key (platform, deployment)
) ${table};

create table lti_invitation (                 -- for a platform to register Laurel, once
  token ${hash} primary key,                  -- fingerprint of what the address holds
  name varchar(60) not null,                  -- that the platform will have
  trusts_email int not null,
  ends bigint not null
) ${table};

create table lti_course_role (                -- what somebody is in a course, as the platform said when they came in last
  account ${uuid} not null,
  platform ${uuid} not null,
  course varchar(255) not null,               -- id of the context
  title varchar(500),
  teaches int not null,
  seen bigint not null,
  primary key (account, platform, course)
) ${table};

create table lti_login (                      -- one that began at a platform and has not come back
  state ${hash} primary key,                  -- fingerprint: the state itself is with the browser alone
  browser ${hash} not null,                   -- fingerprint of what the browser keeps
  platform ${uuid} not null,
  target varchar(2000) not null,
  login_hint ${long} not null,                -- whose login it is, in the platform's own words
  message_hint ${long},
  began bigint not null
) ${table};
create index lti_login_began on lti_login (began);
