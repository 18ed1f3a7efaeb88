-- Who may sign in, by what, what they may do there, and the browsers that are signed in.

create table account (
  id ${uuid} primary key,
  name varchar(200) not null,                 -- as pages greet them
  email varchar(320),
  learner ${uuid},                            -- the person whose badges are theirs; null for who earns none
  disabled int not null,
  created bigint not null
) ${table};
create index account_of on account (learner);

create table account_login (                  -- what an account signs in by; one account may have several
  login_key ${hash} primary key,              -- fingerprint of kind, issuer and subject
  kind varchar(20) not null,                  -- password; others as they come
  issuer varchar(1000) not null,              -- who vouches for the subject; empty for Laurel itself
  subject varchar(1000) not null,             -- for a password the name that is typed, in lower case
  account ${uuid} not null
) ${table};
create index account_login_of on account_login (account);

create table account_password (
  account ${uuid} primary key,
  password varchar(300) not null,             -- Argon2id with its parameters and salt (PHC string)
  changed bigint not null
) ${table};

create table account_role (
  account ${uuid} not null,
  role varchar(20) not null,                  -- administrator, instructor, learner, viewer
  primary key (account, role)
) ${table};

create table browser_session (
  fingerprint ${hash} primary key,            -- of the token in the cookie, which is kept nowhere
  holder_kind varchar(10) not null,           -- account, or token for an administrator's token
  holder ${uuid} not null,                    -- the account, or the mark of the token
  started bigint not null,
  seen bigint not null,                       -- to the minute
  ends bigint not null,                       -- whatever is seen of it
  form_token varchar(43) not null             -- what its forms carry
) ${table};
create index browser_session_of on browser_session (holder_kind, holder);
create index browser_session_ends on browser_session (ends);

create table sign_in_try (                    -- wrong ones, for a while
  id ${auto},
  who ${hash} not null,                       -- fingerprint of the address that it came from, or of the name that was typed
  tried_at bigint not null
) ${table};
create index sign_in_try_of on sign_in_try (who, tried_at);
create index sign_in_try_at on sign_in_try (tried_at);
