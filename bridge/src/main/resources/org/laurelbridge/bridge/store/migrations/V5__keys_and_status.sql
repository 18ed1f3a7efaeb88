-- The keys that badges are signed with, and the lists that say which badges hold.

create table issuer_key (
  id varchar(100) primary key,                -- of the key itself, as addresses name it
  algorithm varchar(20) not null,             -- ed25519, rs256
  secret varchar(100) not null,               -- name of the secret that it is
  created bigint not null,
  withdrawn_at bigint                         -- nobody is told of it any more; what it signed is signed anew
) ${table};
create unique index issuer_key_secret on issuer_key (secret);

create table status_list (                    -- Bitstring Status Lists; their bits follow from the awards
  id ${uuid} primary key,
  purpose varchar(20) not null,               -- revocation, suspension
  entries int not null,                       -- how many places of it are taken, about
  created bigint not null
) ${table};

create table status_entry (                   -- what the credential of a public issuer names: its place in a list, at random, for ever
  credential ${uuid} primary key,
  list ${uuid} not null,
  place int not null,
  refresh ${uuid} not null                    -- random, the last part of the address that answers with its newest form; another when its award is made private
) ${table};
create unique index status_entry_place on status_entry (list, place);
create unique index status_entry_refresh on status_entry (refresh);

create index award_revised on award (revision); -- what was taken back and earned anew is listed
create index credential_next on credential (wanted, valid_from, id);
-- from now on every credential names its place
update credential set wanted = 1, mark = mark + 1 where document is not null;
