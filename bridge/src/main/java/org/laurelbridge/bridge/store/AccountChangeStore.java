package org.laurelbridge.bridge.store;

import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.account.AccountChanges;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;

/** Changes accounts. Of two administrators who take it from each other at once, one stays. */
public final class AccountChangeStore implements AccountChanges {
    private static final String ADMINISTRATORS = """
            select r.account from account_role r join account a on a.id = r.account
            where r.role = 'administrator' and a.disabled = 0""";

    private final Database database;
    private final Trail trail;

    public AccountChangeStore(Database database) {
        this(database, Trail.OWN);
    }

    private AccountChangeStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public AccountChanges by(Doer doer) {
        return new AccountChangeStore(database, Trail.by(doer));
    }

    @Override
    public boolean setRoles(UUID account, Set<Role> roles) {
        return database.write(handle -> {
            if (!roles.contains(Role.ADMINISTRATOR) && isLast(handle, account)) {
                return false;
            }
            String before = words(handle, account);
            handle.execute("delete from account_role where account = ?", account);
            for (Role role : roles) {
                handle.execute("insert into account_role (account, role) values (?, ?)", account, role.word());
            }
            if (!roles.contains(Role.LEARNER)) {
                handle.execute("update account set learner = null where id = ?", account);
            }
            String after = words(handle, account);
            if (!after.equals(before)) {
                trail.record(
                        handle,
                        Change.of("account.granted", "account", account)
                                .from("roles", before)
                                .to("roles", after));
            }
            return true;
        });
    }

    @Override
    public boolean disable(UUID account) {
        return database.write(handle -> {
            boolean isDisabled = !isLast(handle, account)
                    && handle.execute("update account set disabled = 1 where id = ?", account) == 1;
            if (isDisabled) {
                trail.record(handle, Change.of("account.disabled", "account", account));
            }
            return isDisabled;
        });
    }

    private static String words(Handle handle, UUID account) {
        return String.join(
                ", ",
                handle.createQuery("select role from account_role where account = :account order by role")
                        .bind("account", account)
                        .mapTo(String.class)
                        .list());
    }

    private boolean isLast(Handle handle, UUID account) {
        Set<UUID> administrators = handle.createQuery(
                        ADMINISTRATORS + database.dialect().lockForUpdate())
                .mapTo(UUID.class)
                .set();
        return administrators.equals(Set.of(account));
    }
}
