-- How often strangers asked whether a badge is somebody's: so that nobody tries a list of addresses.

create table match_try (
  id ${auto},
  badge ${hash} not null,                     -- of what the badge calls itself
  tried_at bigint not null
) ${table};
create index match_try_of on match_try (badge, tried_at);
create index match_try_in_time on match_try (tried_at);
