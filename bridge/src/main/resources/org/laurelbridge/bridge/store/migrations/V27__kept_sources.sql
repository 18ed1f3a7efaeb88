-- Sources that an administrator connected from a page, beside those of the configuration.

create table kept_source (
  id ${uuid} primary key,                     -- another one whenever it is another LRS
  name varchar(100) not null,
  endpoint varchar(2000),                     -- of the LRS that is read; null for a sender
  login varchar(255) not null,                -- the key that belongs to the secret
  secret varchar(2000) not null,              -- sealed
  version varchar(10),                        -- xAPI version that is spoken first; null for a sender
  every bigint,                               -- microseconds between two looks; null for a sender
  created bigint not null
) ${table};
create unique index kept_source_once on kept_source (name);
