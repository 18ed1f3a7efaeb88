-- Applications that learners let fetch their badges, or bring some: who they say they are, what each learner allowed them, and the
-- badges of other issuers that they brought.

create table oauth_client (
  id ${uuid} primary key,
  secret ${hash},                             -- fingerprint; null where it keeps none
  metadata ${long} not null,                  -- JSON, as it registered itself: nobody checked it
  created bigint not null,
  allowed_at bigint                           -- when a learner first allowed it anything; null before
) ${table};
create index oauth_client_unused on oauth_client (allowed_at, created);

create table oauth_registration (             -- so that nobody registers without end
  id ${auto},
  asker ${hash} not null,                     -- fingerprint of the address that asked
  asked_at bigint not null
) ${table};
create index oauth_registration_of on oauth_registration (asker, asked_at);
create index oauth_registration_in_time on oauth_registration (asked_at);

create table oauth_grant (                    -- what a learner allowed an application
  id ${uuid} primary key,
  client ${uuid} not null,
  account ${uuid} not null,                   -- that allowed it: holds no longer once it is disabled or another learner's
  person ${uuid} not null,                    -- its learner, as it says, whomever they were merged into
  scopes varchar(1000) not null,
  created bigint not null,
  used_at bigint,                             -- when it last fetched or brought something
  lasts_until bigint not null,                -- of its code or tokens, whichever holds longest
  ended_at bigint                             -- taken back; none of its tokens holds any more
) ${table};
create index oauth_grant_in_time on oauth_grant (lasts_until);
create index oauth_grant_of on oauth_grant (person);
create index oauth_grant_to on oauth_grant (client);

create table oauth_code (                     -- what an application exchanges for its first tokens
  fingerprint ${hash} primary key,
  held_by ${uuid} not null,                   -- the grant
  redirect varchar(2000) not null,
  challenge varchar(50) not null,
  expires_at bigint not null,
  used_at bigint
) ${table};
create index oauth_code_in_time on oauth_code (expires_at);

create table oauth_token (
  fingerprint ${hash} primary key,
  held_by ${uuid} not null,                   -- the grant
  kind varchar(10) not null,                  -- access, refresh
  scopes varchar(1000) not null,
  expires_at bigint not null,
  used_at bigint,                             -- of a refresh token: exchanged for the next one
  came_of ${hash}                             -- of a refresh token: the one it was exchanged for; null for the first
) ${table};
create index oauth_token_after on oauth_token (came_of);
create index oauth_token_of on oauth_token (held_by);
create index oauth_token_in_time on oauth_token (expires_at);

create table received_credential (            -- badges of other issuers, as they came
  id ${uuid} primary key,
  person ${uuid} not null,
  name ${hash} not null,                      -- fingerprint of its issuer's id and its own
  proven smallint not null,                   -- 1: its issuer vouches for it; 0: nobody answered
  standard varchar(10) not null,              -- ob3, ob2
  form varchar(10) not null,                  -- json, jws
  title ${long} not null,
  issuer ${long} not null,                    -- what its issuer calls itself
  valid_from bigint not null,
  verdict varchar(20) not null,               -- when it came
  client ${uuid} not null,                    -- that brought it
  content ${bytes} not null,
  size integer not null,                      -- of the content, in bytes
  changed bigint not null
) ${table};
create unique index received_credential_once on received_credential (person, name);
create index received_credential_in_time on received_credential (person, standard, changed);

create table told_profile (                   -- what a learner's applications say of them
  person ${uuid} primary key,
  document ${long} not null,
  changed bigint not null
) ${table};

-- when others can see what was signed last
alter table credential add column kept_at bigint;
update credential set kept_at = valid_from where document is not null;
