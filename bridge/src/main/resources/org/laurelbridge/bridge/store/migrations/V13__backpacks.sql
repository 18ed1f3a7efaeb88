-- Backpacks, wallets and other hosts that learners send their badges to (Open Badges 3.0 API, Badge Connect).

create table backpack_host (
  id ${uuid} primary key,
  address_hash ${hash} not null,              -- SHA-256 of the address: one row for each, and for each version
  address varchar(1000) not null,             -- as learners name it, without a slash at its end
  version varchar(10) not null,               -- of Open Badges: 3.0, 2.1
  name varchar(300) not null,                 -- as the host calls itself
  services ${long} not null,                  -- the addresses that its discovery names, as JSON
  client varchar(1000),                       -- client_id; null until Laurel is registered there
  client_secret ${long},                      -- sealed; null for none
  client_until bigint,                        -- when the secret is over; null for never
  client_back varchar(1000),                  -- the redirect_uri that it was registered with
  client_scope varchar(2000),                 -- what it may ask for, with spaces; null when the host did not say
  seen_at bigint not null                     -- when its discovery was read last
) ${table};
create unique index backpack_host_once on backpack_host (address_hash, version);

create table backpack (                       -- a learner's place at a host
  id ${uuid} primary key,
  account ${uuid} not null,                   -- who said yes: its learner is looked up, as merges are undone
  host ${uuid} not null,
  all_awards int not null,                    -- awards are sent there as they come
  fresh int not null,                         -- what was sent is sent again when it changes
  access_token ${long} not null,              -- sealed
  access_until bigint,                        -- null when the host did not say
  refresh_token ${long},                      -- sealed; null when the host gave none
  scope varchar(2000) not null,               -- granted, with spaces
  mark bigint not null,                       -- one more with every other token
  renewing_until bigint not null,             -- till then one node asks for another token
  lost varchar(1000),                         -- why it must be connected again; null while it works
  connected_at bigint not null
) ${table};
create unique index backpack_once on backpack (account, host);

create table backpack_way (                   -- learners who are at a host to say yes
  state ${hash} primary key,                  -- SHA-256 of what the host gives back with them
  session ${hash} not null,                   -- SHA-256 of what the browser's session knows alone
  account ${uuid} not null,
  host ${uuid} not null,
  verifier ${long} not null,                  -- of PKCE, sealed
  until bigint not null
) ${table};
create index backpack_way_until on backpack_way (until);

-- What goes to strangers' hosts is carried by couriers of its own, so that a slow one keeps no gradebook waiting.
alter table delivery add column lane int not null default 0; -- 0 configured targets, 1 backpacks
create index delivery_lane on delivery (lane, state, next_at);
create index delivery_to on delivery (target);
