-- Whoever was near before is decided about once more. All of it can be repeated when it is interrupted.

-- who is known as another is decided about as that one alone
delete from near_badge where person in (select merged from merged_person);

update evaluation set due = (select coalesce(max(stored_at), 0) from intake)
where exists (select 1 from near_badge n where n.person = evaluation.person and n.badge = evaluation.badge);
insert into evaluation (person, badge, due, mark)
select n.person, n.badge, t.latest, 33 from near_badge n
cross join (select coalesce(max(stored_at), 0) as latest from intake) t
left join evaluation e on e.person = n.person and e.badge = n.badge
where e.person is null;
