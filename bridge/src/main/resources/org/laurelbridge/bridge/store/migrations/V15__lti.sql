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

create table lti_login (                      -- one that began at a platform and has not come back
  state ${hash} primary key,                  -- fingerprint: the state itself is with the browser alone
  browser ${hash} not null,                   -- fingerprint of what the browser keeps
  platform ${uuid} not null,
  target varchar(2000) not null,
  began bigint not null
) ${table};
create index lti_login_began on lti_login (began);
