package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.grant.WalletOffers;
import org.laurelbridge.bridge.secret.RandomText;

/** Offers to wallets, in tables wallet_offer and wallet_token. */
public final class WalletOfferStore implements WalletOffers {
    private static final String GOOD = "ends > :time";

    private final Database database;
    private final Trail trail;
    private final TakenOnce<AwardId> codes;
    private final TakenOnce<AwardId> tokens;
    private final RandomText random = new RandomText();

    public WalletOfferStore(Database database) {
        this(database, Trail.OWN);
    }

    private WalletOfferStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
        this.codes = kept(database, "wallet_offer", "code");
        this.tokens = kept(database, "wallet_token", "token");
    }

    private static TakenOnce<AwardId> kept(Database database, String table, String key) {
        return new TakenOnce<>(
                database, table, key, GOOD, (rows, context) -> new AwardId(Columns.uuid(rows.getBytes("award"))));
    }

    @Override
    public WalletOffers by(Doer doer) {
        return new WalletOfferStore(database, Trail.by(doer));
    }

    @Override
    public String offer(AwardId award, Instant now) {
        String code = random.next();
        database.change(handle -> {
            handle.execute("delete from wallet_offer where ends <= ?", now);
            handle.execute("delete from wallet_token where ends <= ?", now);
            handle.execute(
                    "insert into wallet_offer (code, award, ends) values (?, ?, ?)",
                    Fingerprint.of(code),
                    award.value(),
                    now.plus(LENGTH));
            trail.record(handle, told(handle, "award.wallet-offered", award));
        });
        return code;
    }

    @Override
    public Optional<String> redeem(String code, Instant now) {
        return codes.take(code, now).map(award -> {
            String token = random.next();
            database.change(handle -> {
                handle.execute(
                        "insert into wallet_token (token, award, ends) values (?, ?, ?)",
                        Fingerprint.of(token),
                        award.value(),
                        now.plus(LENGTH));
                trail.record(handle, told(handle, "award.wallet-taken", award));
            });
            return token;
        });
    }

    @Override
    public Optional<AwardId> find(String token, Instant now) {
        return tokens.find(token, now);
    }

    private static Change told(Handle handle, String action, AwardId award) {
        return Change.of(action, "award", award)
                .about(handle.createQuery("select person from award where id = :award")
                        .bind("award", award.value())
                        .mapTo(UUID.class)
                        .findOne()
                        .orElse(null));
    }
}
