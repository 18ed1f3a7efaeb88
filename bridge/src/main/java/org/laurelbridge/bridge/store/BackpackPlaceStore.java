package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.deliver.Lane;
import org.laurelbridge.bridge.deliver.Outbox.State;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.secret.SecretBox;
import org.laurelbridge.bridge.send.Backpack;
import org.laurelbridge.bridge.send.Backpacks;
import org.laurelbridge.bridge.send.Grant;
import org.laurelbridge.bridge.send.Hosts;

/** Backpacks in table backpack; what is sent there is in table delivery. */
public final class BackpackPlaceStore implements Backpacks {

    private static final String DISABLED = "who said yes to it may not sign in any more";

    // whose it is hangs on the account, so that a merge can be undone; nothing goes out for a disabled one
    private static final String SELECT = """
            select b.id, coalesce(m.root, a.learner) as person, b.host, b.all_awards, b.fresh, a.disabled, b.lost,
              b.connected_at
            from backpack b join account a on a.id = b.account left join merged_person m on m.merged = a.learner
            where a.learner is not null and\s""";

    private final Database database;
    private final Hosts hosts;
    private final BackpackGrantStore grants;
    private final Trail trail;

    public BackpackPlaceStore(Database database, SecretBox box) {
        this.database = database;
        this.hosts = new BackpackHostStore(database, box);
        this.grants = new BackpackGrantStore(database, box);
        this.trail = Trail.OWN;
    }

    private BackpackPlaceStore(BackpackPlaceStore like, Trail trail) {
        this.database = like.database;
        this.hosts = like.hosts;
        this.grants = like.grants;
        this.trail = trail;
    }

    @Override
    public Backpacks by(Doer doer) {
        return new BackpackPlaceStore(this, Trail.by(doer));
    }

    /** Records what was done with a backpack, as about its learner. */
    private void record(Handle handle, UUID backpack, Change change) {
        UUID learner = handle.createQuery(
                        "select a.learner from backpack b join account a on a.id = b.account where b.id = :id")
                .bind("id", backpack)
                .mapTo(UUID.class)
                .findOne()
                .orElse(null);
        trail.record(handle, change.about(learner));
    }

    private record Row(
            UUID id,
            PersonId person,
            UUID host,
            Backpack.Choice choice,
            @Nullable String lost,
            Instant connected) {}

    @Override
    public Backpack connect(UUID account, UUID host, Grant grant, Instant now) {
        UUID id = database.lookAndWrite(handle -> {
            Optional<UUID> known = known(handle, account, host);
            if (known.isPresent()) {
                handle.execute("update backpack set account = ?, host = ? where id = ?", account, host, known.get());
                connectAgain(handle, known.get(), grant, now);
                record(
                        handle,
                        known.get(),
                        Change.of("backpack.connected", "backpack", known.get()).to("host", host));
                return known.get();
            }
            UUID first = connectFirst(handle, account, host, grant, now);
            record(
                    handle,
                    first,
                    Change.of("backpack.connected", "backpack", first).to("host", host));
            return first;
        });
        return find(id).orElseThrow();
    }

    /**
     * The account's own at this address, else one of the same learner that works no more: one that works stays with who said yes
     * to it, as a merge may be undone.
     */
    private Optional<UUID> known(Handle handle, UUID account, UUID host) {
        UUID learner = handle.createQuery("select learner from account where id = :id")
                .bind("id", account)
                .mapTo(UUID.class)
                .one();
        List<UUID> group = new MergedPeople(handle).group(learner);
        // two who come back at once make one backpack
        handle.createQuery("select id from person where id = :id"
                        + database.dialect().lockForUpdate())
                .bind("id", group.get(0))
                .mapTo(UUID.class)
                .findOne();
        return handle.createQuery("""
                        select id from backpack
                        where host in (select o.id from backpack_host h join backpack_host o
                            on o.address_hash = h.address_hash where h.id = :host)
                          and (account in (select id from account where learner = :learner)
                            or account in (select id from account where learner in (<people>))
                              and (lost is not null or account in (select id from account where disabled = 1)))
                        order by case when account <> :account then 2 when host <> :host then 1 else 0 end, connected_at, id
                        limit 1""" + database.dialect().lockForUpdate())
                .bindList("people", group)
                .bind("learner", learner)
                .bind("account", account)
                .bind("host", host)
                .mapTo(UUID.class)
                .findOne();
    }

    private UUID connectFirst(Handle handle, UUID account, UUID host, Grant grant, Instant now) {
        UUID id = UUID.randomUUID();
        grants.bind(handle.createUpdate("""
                        insert into backpack (id, account, host, all_awards, fresh, access_token, access_until,
                          refresh_token, scope, mark, renewing_until, connected_at)
                        values (:id, :account, :host, :all, :fresh, :access, :until, :refresh, :scope, 1, 0, :now)"""), id, grant)
                .bind("account", account)
                .bind("host", host)
                .bind("all", Backpack.Choice.UNCHOSEN.all() ? 1 : 0)
                .bind("fresh", Backpack.Choice.UNCHOSEN.fresh() ? 1 : 0)
                .bind("now", now)
                .execute();
        return id;
    }

    private void connectAgain(Handle handle, UUID id, Grant grant, Instant now) {
        grants.bind(handle.createUpdate("""
                        update backpack set access_token = :access, access_until = :until, refresh_token = :refresh,
                          scope = :scope, mark = mark + 1, renewing_until = 0, lost = null, connected_at = :now
                        where id = :id"""), id, grant).bind("now", now).execute();
        handle.execute(
                "update delivery set state = 'unknown', attempts = 1, next_at = ? where target = ? and state = 'stuck'",
                now,
                Lane.target(id));
    }

    @Override
    public Optional<Backpack> find(UUID backpack) {
        return database.read(handle -> handle.createQuery(SELECT + "b.id = :id")
                        .bind("id", backpack)
                        .map((rows, context) -> row(rows))
                        .findOne())
                .map(this::whole);
    }

    @Override
    public List<Backpack> list(PersonId person) {
        return database
                .read(handle -> handle.createQuery(SELECT + "a.learner in (<people>) order by b.connected_at, b.id")
                        .bindList("people", new MergedPeople(handle).group(person.value()))
                        .map((rows, context) -> row(rows))
                        .list())
                .stream()
                .map(this::whole)
                .toList();
    }

    private Backpack whole(Row row) {
        return new Backpack(
                row.id(),
                row.person(),
                hosts.find(row.host()).orElseThrow(),
                row.choice(),
                row.lost(),
                row.connected());
    }

    private static Row row(ResultSet rows) throws SQLException {
        return new Row(
                Columns.uuid(rows.getBytes("id")),
                new PersonId(Columns.uuid(rows.getBytes("person"))),
                Columns.uuid(rows.getBytes("host")),
                new Backpack.Choice(rows.getInt("all_awards") == 1, rows.getInt("fresh") == 1),
                rows.getInt("disabled") == 1 ? DISABLED : rows.getString("lost"),
                Columns.instant(rows.getLong("connected_at")));
    }

    @Override
    public void choose(UUID backpack, Backpack.Choice choice, Instant now) {
        database.lookAndWrite(handle -> {
            handle.execute(
                    "update backpack set all_awards = ?, fresh = ? where id = ?",
                    choice.all() ? 1 : 0,
                    choice.fresh() ? 1 : 0,
                    backpack);
            Set<UUID> sent = choice.all() ? sent(handle, backpack) : Set.of();
            List<UUID> missing = choice.all() ? sendable(handle, backpack) : List.of();
            missing.stream()
                    .filter(award -> !sent.contains(award))
                    .forEach(award -> order(handle, backpack, award, now));
            record(
                    handle,
                    backpack,
                    Change.of("backpack.chosen", "backpack", backpack)
                            .to("all awards", choice.all())
                            .to("renewed", choice.fresh()));
            return true;
        });
    }

    @Override
    public int send(UUID backpack, Collection<AwardId> awards, Instant now) {
        Set<UUID> wanted = awards.stream().map(AwardId::value).collect(Collectors.toSet());
        return database.lookAndWrite(handle -> {
            // as choosing does, so that what is signed in this moment waits for it
            handle.createQuery("select id from backpack where id = :id"
                            + database.dialect().lockForUpdate())
                    .bind("id", backpack)
                    .mapTo(UUID.class)
                    .findOne();
            List<UUID> sent =
                    sendable(handle, backpack).stream().filter(wanted::contains).toList();
            sent.forEach(award -> order(handle, backpack, award, now));
            record(
                    handle,
                    backpack,
                    Change.of("backpack.sent", "backpack", backpack).to("awards", sent.size()));
            return sent.size();
        });
    }

    private void order(Handle handle, UUID backpack, UUID award, Instant now) {
        new BackpackOrders(handle, database.dialect()).order(backpack, award, now);
    }

    private static Set<UUID> sent(Handle handle, UUID backpack) {
        return handle.createQuery("select distinct award from delivery where target = :target")
                .bind("target", Lane.target(backpack))
                .mapTo(UUID.class)
                .collect(Collectors.toSet());
    }

    /** The learner's awards that stand and are signed; what is being signed is waited for. */
    private List<UUID> sendable(Handle handle, UUID backpack) {
        Optional<UUID> person = handle.createQuery(
                        "select a.learner from backpack b join account a on a.id = b.account where b.id = :id")
                .bind("id", backpack)
                .mapTo(UUID.class)
                .findOne();
        if (person.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("""
                        select a.id from award a join credential c on c.id = a.credential
                        where a.person in (<people>) and a.status in ('valid', 'review') and c.document is not null
                        order by a.created, a.id""" + database.dialect().lockShared())
                .bindList("people", new MergedPeople(handle).group(person.get()))
                .mapTo(UUID.class)
                .list();
    }

    @Override
    public List<Sent> listSent(UUID backpack) {
        return database.read(handle -> handle.createQuery("""
                        select d.award, d.state, d.next_at, d.trouble from delivery d
                        where d.target = :target and d.revision =
                          (select max(o.revision) from delivery o where o.award = d.award and o.target = d.target)
                        order by d.id""")
                .bind("target", Lane.target(backpack))
                .map((rows, context) -> new Sent(
                        new AwardId(Columns.uuid(rows.getBytes("award"))),
                        State.valueOf(rows.getString("state").toUpperCase(Locale.ROOT)),
                        Columns.instant(rows.getLong("next_at")),
                        rows.getString("trouble")))
                .list());
    }

    @Override
    public boolean isThere(UUID backpack, AwardId award) {
        return database.read(handle -> handle.createQuery("""
                        select 1 from delivery
                        where award = :award and target = :target and state = 'delivered' limit 1""")
                .bind("award", award.value())
                .bind("target", Lane.target(backpack))
                .mapTo(int.class)
                .findOne()
                .isPresent());
    }

    @Override
    public void remove(UUID backpack) {
        database.change(handle -> {
            record(handle, backpack, Change.of("backpack.removed", "backpack", backpack));
            handle.execute("delete from backpack where id = ?", backpack);
            handle.execute("delete from delivery where target = ?", Lane.target(backpack));
        });
    }
}
