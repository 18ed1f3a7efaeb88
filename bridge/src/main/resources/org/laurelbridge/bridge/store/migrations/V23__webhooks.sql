-- What is told of awards as it happens, and to whom. Told in the transaction of what it is about, by rows of table delivery.

create table announcement (
  id ${uuid} primary key,                     -- the same for all who are told, at every try
  award ${uuid} not null,
  place int not null,                         -- among those of its award, from 1: they are told in this order
  what varchar(20) not null,                  -- issued, review, revoked, expiring, …
  at bigint not null,
  moment bigint                               -- of expiring and expired: the end that it is about; null for the others
) ${table};
create unique index announcement_once on announcement (award, place);
create index announcement_in_time on announcement (at);

create table subscriber (                     -- who is told, as it was configured when Laurel started last
  target varchar(100) primary key,            -- as deliveries name it
  lane int not null,
  what varchar(1000) not null,                -- what it is told, with spaces
  gone_at bigint                              -- since then it wants to be told no more (410 Gone); null while it does
) ${table};

alter table delivery add column announcement ${uuid};        -- null for a grade, and for what is sent to a backpack
create unique index delivery_told_once on delivery (announcement, target);
