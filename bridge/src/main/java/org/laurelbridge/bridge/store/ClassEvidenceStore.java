package org.laurelbridge.bridge.store;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.Awards.Asked;
import org.laurelbridge.bridge.award.ClassEvidence;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.FactText;
import org.laurelbridge.rule.Attestation;

/** What is known of the people of a class, some hundred at once. */
public final class ClassEvidenceStore implements ClassEvidence {
    private static final int AT_ONCE = 500;

    private final Database database;

    public ClassEvidenceStore(Database database) {
        this.database = database;
    }

    @Override
    public Map<PersonId, Known> know(
            Collection<PersonId> people, Collection<String> badges, Function<Map<String, List<Award>>, Asked> asked) {
        Map<PersonId, Known> known = new HashMap<>();
        parts(people)
                .forEach(some -> known.putAll(database.read(handle -> new Some(handle, some, badges).know(asked))));
        return known;
    }

    @Override
    public Set<PersonId> listNear(Collection<PersonId> people, Collection<String> badges, Instant now) {
        Set<PersonId> near = new HashSet<>();
        if (!badges.isEmpty()) {
            parts(people)
                    .forEach(some -> near.addAll(database.read(handle -> NearRows.find(handle, some, badges, now))));
        }
        return near;
    }

    @Override
    public Map<PersonId, Set<String>> listByApproval(Collection<PersonId> people, Collection<String> badges) {
        Map<PersonId, Set<String>> found = new HashMap<>();
        if (!badges.isEmpty()) {
            parts(people)
                    .forEach(some -> found.putAll(database.read(handle -> NearRows.byApproval(handle, some, badges))));
        }
        return found;
    }

    @Override
    public Map<PersonId, Map<String, List<Stands>>> listStands(Collection<PersonId> people, Collection<String> badges) {
        Map<PersonId, Map<String, List<Stands>>> found = new HashMap<>();
        parts(people).forEach(some -> found.putAll(database.read(handle -> new Some(handle, some, badges).stands())));
        return found;
    }

    @Override
    public Map<PersonId, Set<String>> listBadges(
            Collection<PersonId> people, Collection<String> badges, Set<AwardStatus> so) {
        Map<PersonId, Set<String>> found = new HashMap<>();
        parts(people)
                .forEach(some -> found.putAll(database.read(handle -> new Some(handle, some, badges).standing(so))));
        return found;
    }

    @Override
    public List<Earned> listEarned(Collection<PersonId> people, Collection<String> badges) {
        List<Earned> all = new ArrayList<>();
        parts(people).forEach(some -> all.addAll(database.read(handle -> new Some(handle, some, badges).earned())));
        return all;
    }

    private static List<List<UUID>> parts(Collection<PersonId> people) {
        List<UUID> all = people.stream().map(PersonId::value).distinct().toList();
        List<List<UUID>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            parts.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return parts;
    }

    private static final class Gathered {
        private final boolean isOne;
        final Map<String, List<Stands>> stands = new HashMap<>();
        final Map<String, List<Award>> withdrawn = new HashMap<>();
        final ByteArrayOutputStream facts = new ByteArrayOutputStream();
        final List<Attestation> attested = new ArrayList<>();

        /** @param isOne whether nobody was merged into them */
        Gathered(boolean isOne) {
            this.isOne = isOne;
        }

        // people who are one may have done one thing together: it is done once
        Known known() {
            List<Fact> read = FactText.readAll(facts.toByteArray());
            Map<String, Stands> newest = new HashMap<>();
            stands.forEach((badge, all) -> newest.put(badge, Stands.newest(all)));
            return new Known(newest, withdrawn, isOne ? read : List.copyOf(new LinkedHashSet<>(read)), attested);
        }
    }

    /** Takes a row of somebody. */
    private interface Taker {
        void take(Gathered person, ResultSet rows) throws SQLException;
    }

    /** Some people, within one read. */
    private static final class Some {
        private final Handle handle;
        private final List<String> badges;
        private final Map<UUID, UUID> roots = new HashMap<>();
        private final Map<UUID, Gathered> people = new HashMap<>();

        Some(Handle handle, List<UUID> some, Collection<String> badges) {
            this.handle = handle;
            this.badges = List.copyOf(badges);
            new MergedPeople(handle).groups(some).forEach((root, group) -> {
                people.put(root, new Gathered(group.size() == 1));
                group.forEach(person -> roots.put(person, root));
            });
        }

        Map<PersonId, Known> know(Function<Map<String, List<Award>>, Asked> asked) {
            if (!badges.isEmpty()) {
                readAwards();
                readKnown(asked.apply(readWithdrawn()));
            }
            Map<PersonId, Known> known = new HashMap<>();
            people.forEach((root, gathered) -> known.put(new PersonId(root), gathered.known()));
            return known;
        }

        Map<PersonId, Map<String, List<Stands>>> stands() {
            if (!badges.isEmpty()) {
                readAwards();
            }
            Map<PersonId, Map<String, List<Stands>>> found = new HashMap<>();
            people.forEach((root, gathered) -> found.put(new PersonId(root), gathered.stands));
            return found;
        }

        Map<PersonId, Set<String>> standing(Set<AwardStatus> so) {
            Map<PersonId, Set<String>> found = new HashMap<>();
            if (!badges.isEmpty()) {
                Query query = handle.createQuery("""
                                select person, badge from award
                                where badge in (<badges>) and status in (<so>) and person in (<people>)""")
                        .bindList("badges", badges)
                        .bindList("so", so.stream().map(AwardStatus::word).toList());
                take(
                        query,
                        (person, rows) -> found.computeIfAbsent(root(rows), one -> new HashSet<>())
                                .add(rows.getString("badge")));
            }
            return found;
        }

        List<Earned> earned() {
            List<Earned> found = new ArrayList<>();
            if (!badges.isEmpty()) {
                Query query = handle.createQuery("""
                                select person, badge, earned_at from award
                                where badge in (<badges>) and status in ('valid', 'review') and person in (<people>)""").bindList("badges", badges);
                take(
                        query,
                        (person, rows) -> found.add(new Earned(
                                root(rows), rows.getString("badge"), Columns.instant(rows.getLong("earned_at")))));
            }
            return found;
        }

        private PersonId root(ResultSet rows) throws SQLException {
            return new PersonId(Objects.requireNonNull(roots.get(Columns.uuid(rows.getBytes("person")))));
        }

        // what was taken back stays so when it is superseded: only there one looks twice
        private void readAwards() {
            Query query = handle.createQuery("""
                            select person, id, badge, status, cycle, badge_version, expires_at from award
                            where badge in (<badges>) and status <> 'superseded' and person in (<people>)
                              and (status <> 'revoked' or\s""" + Superseding.STANDS + ")").bindList("badges", badges);
            take(query, (person, rows) -> {
                Stands stands = new Stands(
                        new AwardId(Columns.uuid(rows.getBytes("id"))),
                        AwardStatus.of(rows.getString("status")),
                        rows.getInt("cycle"),
                        rows.getInt("badge_version"),
                        Columns.instantOrNull(rows, "expires_at"));
                person.stands
                        .computeIfAbsent(rows.getString("badge"), badge -> new ArrayList<>())
                        .add(stands);
            });
        }

        private Map<String, List<Award>> readWithdrawn() {
            Map<String, List<Award>> all = new HashMap<>();
            Query query = handle.createQuery("select award.person as granted, " + AwardRows.COLUMNS
                            + "where badge in (<badges>) and status = 'withdrawn' and award.person in (<people>)"
                            + " order by badge, cycle")
                    .bindList("badges", badges);
            take(query, (person, rows) -> {
                Award award = AwardRows.award(rows);
                person.withdrawn
                        .computeIfAbsent(award.badge(), badge -> new ArrayList<>())
                        .add(award);
                all.computeIfAbsent(award.badge(), badge -> new ArrayList<>()).add(award);
            });
            return all;
        }

        private void readKnown(Asked asked) {
            if (!asked.activities().isEmpty()) {
                Query query = handle.createQuery("""
                                select f.person, f.body from fact f
                                where f.person in (<people>) and f.activity in (<activities>) and not\s""" + Voids.voided("f.statement"))
                        .bindList("activities", List.copyOf(asked.activities()));
                take(query, (person, rows) -> person.facts.writeBytes(rows.getBytes(2)));
            }
            AttestedRows.About.of(asked.subjects())
                    .forEach(about -> take(
                            about.bound(handle.createQuery(about.select() + " in (<people>)")),
                            (person, rows) -> person.attested.add(about.read(rows))));
            Speakers speakers =
                    Speakers.of(handle, people.values().stream().flatMap(person -> person.attested.stream()));
            people.values().forEach(person -> person.attested.replaceAll(speakers::named));
        }

        private void take(Query query, Taker taker) {
            query.bindList("people", List.copyOf(roots.keySet()))
                    .map((rows, context) -> {
                        UUID root = Objects.requireNonNull(roots.get(Columns.uuid(rows.getBytes(1))));
                        taker.take(Objects.requireNonNull(people.get(root)), rows);
                        return root;
                    })
                    .forEach(root -> {});
        }
    }
}
