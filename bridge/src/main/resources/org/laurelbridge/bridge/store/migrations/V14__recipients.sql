-- Whoever earned a badge stands in it by an id of that badge alone, so that public badges of one learner cannot be joined by it.
-- What was issued before keeps the id that its learner has in all of them: others may know it by that.

create table shared_recipient (
  award ${uuid} primary key
) ${table};
insert into shared_recipient (award) select distinct award from credential where valid_from is not null;
