-- What is set up, brought from another installation: kept until somebody decides about it.

create table setup_upload (
  id ${uuid} primary key,
  name varchar(200) not null,
  body ${bytes} not null,
  made bigint not null
) ${table};
create index setup_upload_made on setup_upload (made);

-- Deliveries are looked through by state and by target, the newest first.
create index delivery_state on delivery (state, id);
create index delivery_target_state on delivery (target, state, id);
