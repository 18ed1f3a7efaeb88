-- Links by which people give themselves a password, once each.

create table password_link (
  token ${hash} primary key,                  -- fingerprint of what the link holds
  account ${uuid} not null,
  ends bigint not null
) ${table};
create index password_link_of on password_link (account);
