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

-- Mails about questions that wait to be sent: gone once a mail server has them.

create table question_mail (
  question ${uuid} not null,
  what varchar(10) not null,                  -- asked: to who teaches; answered: to the learner
  reader ${uuid} not null,                    -- an account, a person
  since bigint not null,
  next_at bigint not null,
  tries int not null,
  primary key (question, what, reader)
) ${table};
create index question_mail_due on question_mail (next_at);
