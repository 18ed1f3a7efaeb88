package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.deliver.Lane;

/**
 * Orders what is to be sent to backpacks, in the transaction of its reason. Backpacks are read under a lock: a learner who chooses in
 * the same moment either sees what was signed, or is seen.
 */
final class BackpackOrders {

    private final Handle handle;
    private final Dialect dialect;

    BackpackOrders(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    private record Signed(UUID award, UUID person, String badge, Instant changed) {}

    private record Wish(UUID backpack, boolean all, boolean fresh) {}

    private static final RowMapper<Wish> WISH = (rows, context) ->
            new Wish(Columns.uuid(rows.getBytes("id")), rows.getInt("all_awards") == 1, rows.getInt("fresh") == 1);

    /** A credential was signed: it goes where the learner wants all awards, and where it is to be kept fresh. */
    void signed(UUID credential, Instant now) {
        find(credential).ifPresent(signed -> order(signed, now));
    }

    private void order(Signed signed, Instant now) {
        for (Wish wish : wishes(signed.person())) {
            boolean goes = isSent(wish, signed.award())
                    ? wish.fresh() || isWaiting(wish, signed.award())
                    : wish.all() || (wish.fresh() && isRenewed(wish, signed));
            if (goes) {
                order(wish.backpack(), signed.award(), now);
            }
        }
    }

    /** A credential stands otherwise without being signed again: whoever has it is told to look. */
    void changed(UUID credential) {
        find(credential)
                .ifPresent(signed -> wishes(signed.person()).stream()
                        .filter(wish -> wish.fresh() && isSent(wish, signed.award()))
                        .forEach(wish -> order(wish.backpack(), signed.award(), signed.changed())));
    }

    void order(UUID backpack, UUID award, Instant now) {
        new DeliveryChains(handle, new AwardId(award), now, Lane.BACKPACKS).sendAgain(Lane.target(backpack));
    }

    private Optional<Signed> find(UUID credential) {
        return handle.createQuery("""
                        select a.id, a.person, a.badge, a.changed from credential c join award a on a.id = c.award
                        where c.id = :credential""")
                .bind("credential", credential)
                .map((rows, context) -> new Signed(
                        Columns.uuid(rows.getBytes("id")),
                        Columns.uuid(rows.getBytes("person")),
                        rows.getString("badge"),
                        Columns.instant(rows.getLong("changed"))))
                .findOne();
    }

    private List<Wish> wishes(UUID person) {
        return handle.createQuery("""
                        select id, all_awards, fresh from backpack
                        where account in (select id from account where learner in (<people>) and disabled = 0)
                        order by id""" + dialect.lockShared())
                .bindList("people", new MergedPeople(handle).group(person))
                .map(WISH)
                .list();
    }

    private boolean isSent(Wish wish, UUID award) {
        return is(wish, award, "");
    }

    private boolean isWaiting(Wish wish, UUID award) {
        return is(wish, award, " and state in ('due', 'unknown', 'sending', 'stuck')");
    }

    private boolean is(Wish wish, UUID award, String how) {
        return handle.createQuery("select 1 from delivery where award = :award and target = :target" + how + " limit 1")
                .bind("award", award)
                .bind("target", Lane.target(wish.backpack()))
                .mapTo(int.class)
                .findOne()
                .isPresent();
    }

    /** Whether another cycle of the badge was sent there. */
    private boolean isRenewed(Wish wish, Signed signed) {
        return handle.createQuery("""
                        select 1 from delivery d join award a on a.id = d.award
                        where d.target = :target and a.badge = :badge and a.id <> :award limit 1""")
                .bind("target", Lane.target(wish.backpack()))
                .bind("badge", signed.badge())
                .bind("award", signed.award())
                .mapTo(int.class)
                .findOne()
                .isPresent();
    }
}
