-- Merging people (rules: S10). Whose a fact, an identifier or an award is stays as it was written; who stands for whom is
-- looked up, so that a merge that is undone leaves nothing to be sorted apart.

create table person_merge (                   -- the journal
  id ${auto},
  kept ${uuid} not null,
  merged ${uuid} not null,
  at bigint not null,
  why varchar(1000) not null,
  undone_at bigint                            -- null while it holds
) ${table};
create index person_merge_of on person_merge (merged);

create table merged_person (                  -- what follows from the journal: who stands for a merged person now
  merged ${uuid} primary key,
  root ${uuid} not null                       -- never merged itself
) ${table};
create index merged_person_into on merged_person (root);

create table superseded_award (               -- another award for the same badge and cycle takes its place
  award ${uuid} primary key,
  status varchar(20) not null                 -- how it stood
) ${table};
