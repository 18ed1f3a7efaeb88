package org.laurelbridge.bridge.store;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.award.Cycles;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.FactText;

/** Awards in the database, with the queue of what must be decided. */
public final class AwardStore implements Awards {

    private static final String AFTER = " and (created > (select created from award where id = :after)"
            + " or created = (select created from award where id = :after) and id > :after)";

    private static final String EFFECTIVE = "not " + Voids.voided("f.statement");

    private final Database database;
    private final Trail trail;

    public AwardStore(Database database) {
        this(database, Trail.OWN);
    }

    private AwardStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public Awards by(Doer doer) {
        return new AwardStore(database, Trail.by(doer));
    }

    @Override
    public List<Due> listDue(Instant now, int limit) {
        return database.read(handle -> handle.createQuery(
                        "select person, badge, mark from evaluation where due <= :now order by due limit :limit")
                .bind("now", now)
                .bind("limit", limit)
                .map((rows, context) -> new Due(
                        new PersonId(Columns.uuid(rows.getBytes("person"))),
                        rows.getString("badge"),
                        rows.getLong("mark")))
                .list());
    }

    // four ranges: each is one look into the index
    @Override
    public boolean isBetweenMappings(long generation) {
        return database.read(handle -> handle.createQuery("""
                        select case when exists (select 1 from intake where mapped_with < :marked)
                          or exists (select 1 from intake where mapped_with > :marked and mapped_with < 0)
                          or exists (select 1 from intake where mapped_with > 0 and mapped_with < :generation)
                          or exists (select 1 from intake where mapped_with > :generation)
                          then 1 else 0 end""")
                        .bind("generation", generation)
                        .bind("marked", -generation)
                        .mapTo(int.class)
                        .one())
                == 1;
    }

    @Override
    public List<Fact> listFacts(PersonId person, Collection<String> activities) {
        return database.read(handle -> facts(handle, group(handle, person), activities, EFFECTIVE));
    }

    @Override
    public List<Fact> listBesides(PersonId person, Collection<String> activities, Collection<String> others) {
        return database.read(handle -> {
            List<UUID> group = group(handle, person);
            List<Fact> besides = new ArrayList<>(facts(handle, group, activities, Voids.voided("f.statement")));
            besides.addAll(facts(handle, group, others, EFFECTIVE));
            return besides;
        });
    }

    @Override
    public Map<UUID, Instant> listGone(PersonId person, Collection<String> activities) {
        return database.read(handle -> GoneStatements.of(handle, group(handle, person), activities));
    }

    @Override
    public Cycles.Person know(
            PersonId person, Collection<String> badges, Function<Map<String, List<Award>>, Asked> asked) {
        return database.read(handle -> {
            List<UUID> group = group(handle, person);
            Map<String, List<Award>> held = held(handle, group, badges);
            Asked about = asked.apply(held);
            return new Cycles.Person(
                    person,
                    held,
                    facts(handle, group, about.activities(), EFFECTIVE),
                    new AttestedRows(handle).list(group, about.subjects()));
        });
    }

    @Override
    public Map<String, List<Award>> find(PersonId person, Collection<String> badges) {
        return database.read(handle -> held(handle, group(handle, person), badges));
    }

    private static List<UUID> group(Handle handle, PersonId person) {
        return new MergedPeople(handle).group(person.value());
    }

    private static List<Fact> facts(Handle handle, List<UUID> group, Collection<String> activities, String which) {
        if (activities.isEmpty()) {
            return List.of();
        }
        ByteArrayOutputStream bodies = new ByteArrayOutputStream();
        handle.createQuery("""
                        select f.body from fact f where f.person in (<people>) and f.activity in (<activities>)
                        and\s""" + which)
                .bindList("people", group)
                .bindList("activities", List.copyOf(activities))
                .map((rows, context) -> rows.getBytes(1))
                .forEach(bodies::writeBytes);
        List<Fact> facts = FactText.readAll(bodies.toByteArray());
        // two members of a group may be one person: what they did together is done once
        return group.size() == 1 ? facts : List.copyOf(new LinkedHashSet<>(facts));
    }

    private static Map<String, List<Award>> held(Handle handle, List<UUID> group, Collection<String> badges) {
        if (badges.isEmpty()) {
            return Map.of();
        }
        Map<String, List<Award>> found = new HashMap<>();
        handle.createQuery(AwardRows.SELECT + "where person in (<people>) and badge in (<badges>) and "
                        + Superseding.STANDS + " order by badge, cycle")
                .bindList("people", group)
                .bindList("badges", List.copyOf(badges))
                .map((rows, context) -> AwardRows.award(rows))
                .forEach(award -> found.computeIfAbsent(award.badge(), badge -> new ArrayList<>())
                        .add(award));
        return found;
    }

    @Override
    public Optional<Award> find(UUID id) {
        return database.read(handle -> handle.createQuery(
                        AwardRows.SELECT
                                + "where id = :id or credential = :id or id = (select c.award from credential c where c.id = :id)")
                .bind("id", id)
                .map((rows, context) -> AwardRows.award(rows))
                .findOne());
    }

    @Override
    public Map<AwardId, Award> findAll(Collection<AwardId> ids) {
        List<UUID> all = ids.stream().map(AwardId::value).distinct().toList();
        return database.read(handle -> {
            Map<AwardId, Award> found = new HashMap<>();
            Batches.parts(all)
                    .forEach(part -> handle.createQuery(AwardRows.SELECT + "where id in (<some>)")
                            .bindList("some", part)
                            .map((rows, context) -> AwardRows.award(rows))
                            .forEach(award -> found.put(award.id(), award)));
            return found;
        });
    }

    @Override
    public Map<PersonId, Long> countHeld(Collection<PersonId> people, Instant now) {
        return database.read(handle -> AwardCounts.held(handle, people, now));
    }

    @Override
    public PersonId grantee(AwardId award) {
        return database.read(handle -> handle.createQuery("select person from award where id = :id")
                .bind("id", award.value())
                .mapTo(UUID.class)
                .map(PersonId::new)
                .one());
    }

    @Override
    public List<Boolean> conclude(List<Conclusion> conclusions, long turn, Instant now) {
        try {
            return database.lookAndWrite(handle -> RuleDocumentStore.holds(handle, database.dialect(), turn)
                    ? conclude(handle, conclusions, now)
                    : Collections.nCopies(conclusions.size(), false));
        } catch (DatabaseUnavailable away) {
            throw away;
        } catch (DatabaseFailure refused) {
            throw new Refused(refused);
        }
    }

    // in one order: two nodes that conclude the same never wait for each other in a circle
    private List<Boolean> conclude(Handle handle, List<Conclusion> conclusions, Instant now) {
        List<Integer> order = IntStream.range(0, conclusions.size())
                .boxed()
                .sorted(Comparator.comparing((Integer place) ->
                                conclusions.get(place).due().person().value())
                        .thenComparing(place -> conclusions.get(place).due().badge()))
                .toList();
        List<Conclusion> sorted = order.stream().map(conclusions::get).toList();
        boolean[] ours = new Evaluations(handle, database.dialect()).takeOff(sorted);
        // of whoever is being erased nothing is written any more
        Set<UUID> erased = ErasedMarks.people(
                handle, sorted.stream().map(one -> one.due().person().value()).toList());
        List<Boolean> written = new ArrayList<>(Collections.nCopies(conclusions.size(), false));
        List<Conclusion> concluded = new ArrayList<>();
        PlacedOrders placed = PlacedOrders.of(
                handle, sorted.stream().map(one -> one.due().badge()).toList(), now);
        for (int i = 0; i < ours.length; i++) {
            written.set(order.get(i), ours[i]);
            if (ours[i] && !erased.contains(sorted.get(i).due().person().value())) {
                write(handle, sorted.get(i), placed, now);
                placed.settle(sorted.get(i));
                concluded.add(sorted.get(i));
            }
        }
        NearRows.put(handle, database.dialect(), concluded);
        return written;
    }

    private void write(Handle handle, Conclusion conclusion, PlacedOrders placed, Instant now) {
        for (Change change : conclusion.changes()) {
            new AwardRows(handle).put(change, now);
            new AwardTraces(handle, database.dialect()).write(change, placed, now);
        }
        new NoticeRows(handle, database.dialect()).add(conclusion.due().person(), conclusion.notices(), now);
    }

    @Override
    public boolean change(Award seen, Change change, Instant now) {
        return database.write(handle -> {
            new PeopleRows(handle).stopJoining(database.dialect());
            // first, as the awarder does: what is being decided now was decided about another award
            new Evaluations(handle, database.dialect())
                    .add(
                            List.of(new Evaluations.Touched(
                                    new MergedPeople(handle).root(seen.person().value()), seen.badge())),
                            now);
            boolean stands = new AwardRows(handle).stand(seen, change.award(), now);
            if (stands) {
                PlacedOrders placed = PlacedOrders.of(handle, List.of(seen.badge()), now);
                new AwardTraces(handle, database.dialect()).write(change, placed, now);
                trail.record(handle, AwardDeeds.of(seen, change));
            }
            if (stands && seen.isPublic() && !change.award().isPublic()) {
                StatusStore.forgetRefresh(handle, seen.id());
                CredentialStore.replace(handle, seen.id());
            }
            return stands;
        });
    }

    @Override
    public List<Award> list(@Nullable String badge, @Nullable PersonId person, @Nullable AwardId after, int limit) {
        return database.read(handle -> {
            Query query = handle.createQuery(AwardRows.SELECT
                            + "where 1 = 1"
                            + (badge == null ? "" : " and badge = :badge")
                            + (person == null ? "" : " and person in (<people>)")
                            + (after == null ? "" : AFTER)
                            + " order by created, id limit :limit")
                    .bind("limit", limit);
            if (badge != null) {
                query.bind("badge", badge);
            }
            if (person != null) {
                query.bindList("people", new MergedPeople(handle).group(person.value()));
            }
            if (after != null) {
                query.bind("after", after.value());
            }
            return query.map((rows, context) -> AwardRows.award(rows)).list();
        });
    }

    @Override
    public List<Award> listStanding(AwardStatus status, int limit) {
        return database.read(handle -> handle.createQuery(
                        AwardRows.SELECT + "where status = :status order by changed, id limit :limit")
                .bind("status", status.word())
                .bind("limit", limit)
                .map((rows, context) -> AwardRows.award(rows))
                .list());
    }

    @Override
    public List<Happened> listEvents(AwardId award) {
        return database.read(handle -> handle.createQuery(
                        "select at, what, why from award_event where award = :award order by place")
                .bind("award", award.value())
                .map((rows, context) -> new Happened(
                        Columns.instant(rows.getLong("at")), rows.getString("what"), rows.getString("why")))
                .list());
    }

    @Override
    public List<Told> listNotices(PersonId person, int limit) {
        return database.read(handle -> new NoticeRows(handle, database.dialect()).list(person, limit));
    }

    @Override
    public List<Trouble> listTroubles() {
        return database.read(handle -> handle.createQuery(
                        "select badge, version, why, since, retry_at from rule_trouble order by badge")
                .map((rows, context) -> new Trouble(
                        rows.getString("badge"),
                        rows.getInt("version"),
                        rows.getString("why"),
                        Columns.instant(rows.getLong("since")),
                        Columns.instant(rows.getLong("retry_at"))))
                .list());
    }

    @Override
    public void saveTrouble(Trouble trouble) {
        database.change(handle -> handle.createUpdate("""
                        insert into rule_trouble (badge, version, why, since, retry_at)
                        values (:badge, :version, :why, :since, :retryAt)"""
                        + database.dialect()
                                .orChange(
                                        "badge",
                                        "version = new.version, why = new.why, since = new.since,"
                                                + " retry_at = new.retry_at"))
                .bindMethods(trouble)
                .execute());
    }

    @Override
    public void removeTrouble(String badge) {
        database.change(handle -> handle.execute("delete from rule_trouble where badge = ?", badge));
    }
}
