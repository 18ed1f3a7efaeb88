-- What learners let others see of an award, beyond whether its page is public. No row: what nobody chose.

create table sharing (
  award ${uuid} primary key,
  evidence int not null,                      -- what it rests on is told
  score int not null,                         -- the result is told
  plain int not null,                         -- the recipient's address is written out, not hashed
  hosted int not null,                        -- anyone may fetch its Open Badges 2.0 assertion
  changed bigint not null
) ${table};
