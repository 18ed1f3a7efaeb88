-- Frameworks of skills that badges are aligned with. An import writes a whole edition beside the one that holds and then lets it
-- hold, with one update: nobody sees half of it, and nobody waits for it.

create table framework (                      -- in one language
  id ${auto},
  name_key varchar(200) not null,             -- the same for all ways to write the name
  language varchar(35) not null,
  edition bigint not null                     -- the one that holds; 0 before the first
) ${table};
create unique index framework_once on framework (name_key, language);

create table framework_edition (
  id ${auto},
  framework bigint not null,
  name varchar(200) not null,                 -- as credentials tell it
  format varchar(10) not null,                -- of the file: sfia, nice, esco, case, csv
  version varchar(100) not null,              -- as its publisher counts; empty where nobody said
  imported_at bigint not null
) ${table};
create index framework_edition_of on framework_edition (framework);

create table framework_item (
  edition bigint not null,
  place bigint not null,                      -- in the file; what is gone from the framework comes after all that stands
  code_key ${hash} not null,                  -- fingerprint of the code
  code varchar(500) not null,
  name varchar(1000) not null,
  description ${long},
  url varchar(2000),
  type varchar(200),                          -- in the framework's own words
  level varchar(200),
  broader varchar(500),                       -- the code of the item that it is part of
  retired_at bigint,                          -- since when it is gone, or the end that its publisher set; null while it stands
  content ${hash} not null,                   -- fingerprint of what the file tells of it
  primary key (edition, place)
) ${table};
create unique index framework_item_once on framework_item (edition, code_key);

create table framework_word (                 -- what items are found by
  edition bigint not null,
  word varchar(40) not null,                  -- in lower case
  place bigint not null,                      -- of the item
  weight int not null,                        -- 0 of the code, 1 first of the name, 2 of the name, 3 of another name
  primary key (edition, word, place)
) ${table};
create index framework_word_of on framework_word (edition, place, word);
