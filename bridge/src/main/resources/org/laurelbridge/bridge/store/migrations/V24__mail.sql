-- Who is written to, in which language, and who does not want it.

alter table subscriber add column newer_than bigint;         -- of what was earned longer ago before Laurel knew it, nobody is told

create table mail_refusal (                   -- kinds of mail that somebody does not want
  holder ${uuid} not null,                    -- a person, or an account of who earns no badges
  kind varchar(20) not null,
  since bigint not null,
  primary key (holder, kind)
) ${table};

create table account_language (               -- in which somebody reads
  account ${uuid} primary key,
  language varchar(35) not null,              -- a language tag (BCP 47)
  chosen int not null,                        -- 1: by themselves; 0: as their learning platform says
  changed bigint not null
) ${table};
