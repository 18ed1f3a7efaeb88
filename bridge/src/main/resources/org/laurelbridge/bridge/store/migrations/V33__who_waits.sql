-- That somebody waits for an instructor's approval alone is known without deciding, so is what learners ask, and who is sent back work is written to.

alter table near_badge add column approval int not null default 0; -- 1: what is missing is an instructor's approval
create index near_badge_waits on near_badge (approval, badge);
alter table question_mail add column badge varchar(100); -- of work that was sent back; null for a question, which knows it
create index question_waits on question (waits);
create index attestation_by on attestation (said_by, topic); -- what somebody approved who is known as another now
