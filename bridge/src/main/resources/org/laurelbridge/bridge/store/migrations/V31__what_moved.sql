-- How often there was a reason to decide something of a person anew: an open page is told when it moves, though no award does.

create table person_news (
  person ${uuid} primary key,
  number bigint not null
) ${table};
