-- What stays of people who were erased: nothing that says who they were.

create table erasure (                        -- of somebody, under way or done
  id ${uuid} primary key,
  asked_at bigint not null,
  step varchar(20) not null,                  -- the next one
  place bigint not null,                      -- how far that is
  subject ${long},                            -- whose it is, sealed; null once nobody has to know any more
  report ${long} not null,                    -- JSON: what was erased, by kind, and what remains elsewhere
  done_at bigint                              -- null while it is under way
) ${table};
create index erasure_in_time on erasure (asked_at);

create table erased_identity (                -- what statements come under that are not to bring somebody back
  mark ${hash} primary key                    -- HMAC-SHA-256 of an identifier under a secret of the installation
) ${table};

create table erased_person (
  mark ${hash} primary key                    -- SHA-256 of an id that was random, and stands nowhere any more
) ${table};

create table erased_credential (              -- withdrawn for ever: its addresses say so, and its place in a status list
  id ${uuid} primary key
) ${table};

create table erased_award (                   -- how many there were, for whoever counts awards
  badge varchar(100) not null,
  status varchar(20) not null,
  awards bigint not null,
  primary key (badge, status)
) ${table};

-- keeping statements and erasing whom they are of wait here
insert into latch (name, turns) values ('erasing', 0);
