-- What others say for a badge or for the issuer, as they signed it.

create table endorsement (
  fingerprint ${hash} primary key,            -- of what it is about and its own id
  about ${hash} not null,                     -- fingerprint of the address or DID that it is about
  document ${long} not null,                  -- Open Badges 3.0, signed by another issuer
  created bigint not null
) ${table};
create index endorsement_about on endorsement (about);
