-- That somebody waits for an instructor's approval alone is known without deciding, so is what learners ask, and who is sent back work is written to.

alter table near_badge add column approval int not null default 0; -- 1: what is missing is an instructor's approval
create index near_badge_waits on near_badge (approval, badge);

-- whoever was near before is decided about once more
update evaluation set due = (select coalesce(max(stored_at), 0) from intake)
where exists (select 1 from near_badge n where n.person = evaluation.person and n.badge = evaluation.badge);
insert into evaluation (person, badge, due, mark)
select n.person, n.badge, t.latest, 33 from near_badge n
cross join (select coalesce(max(stored_at), 0) as latest from intake) t
left join evaluation e on e.person = n.person and e.badge = n.badge
where e.person is null;

alter table question_mail add column badge varchar(100); -- of work that was sent back; null for a question, which knows it
create index question_waits on question (waits);
