-- How often there was a reason to decide something of a person anew: an open page is told when it moves, though no award does.

create table person_news (
  person ${uuid} primary key,
  number bigint not null
) ${table};

-- Badges that learners offer to their wallets (OpenID for Verifiable Credential Issuance), for minutes.

create table wallet_offer (
  code ${hash} primary key,                   -- fingerprint
  award ${uuid} not null,
  ends bigint not null
) ${table};
create index wallet_offer_in_time on wallet_offer (ends);

create table wallet_token (                   -- what a wallet got for a code
  token ${hash} primary key,                  -- fingerprint
  award ${uuid} not null,
  ends bigint not null
) ${table};
create index wallet_token_in_time on wallet_token (ends);
