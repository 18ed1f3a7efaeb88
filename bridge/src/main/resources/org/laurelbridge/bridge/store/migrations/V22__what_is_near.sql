-- Who misses one condition of a badge alone, as it was decided last. Time alone has it decided anew, as everything else.

create table near_badge (
  person ${uuid} not null,
  badge varchar(100) not null,
  primary key (person, badge)
) ${table};

-- whoever was decided about before is decided about once more
insert into evaluation (person, badge, due, mark)
select p.id, b.name, t.latest, 22 from person p
cross join (select distinct name from rule_document where kind = 'badge' and in_force = 1) b
cross join (select coalesce(max(stored_at), 0) as latest from intake) t
left join merged_person m on m.merged = p.id
left join evaluation e on e.person = p.id and e.badge = b.name
where m.merged is null and e.person is null
and exists (select 1 from fact f where f.person = p.id);
