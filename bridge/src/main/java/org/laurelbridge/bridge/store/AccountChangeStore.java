package org.laurelbridge.bridge.store;

import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.account.AccountChanges;
import org.laurelbridge.bridge.account.Role;

/** Changes accounts. Of two administrators who take it from each other at once, one stays. */
public final class AccountChangeStore implements AccountChanges {
    private static final String ADMINISTRATORS = """
            select r.account from account_role r join account a on a.id = r.account
            where r.role = 'administrator' and a.disabled = 0""";

    private final Database database;

    public AccountChangeStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean setRoles(UUID account, Set<Role> roles) {
        return database.write(handle -> {
            if (!roles.contains(Role.ADMINISTRATOR) && isLast(handle, account)) {
                return false;
            }
            handle.execute("delete from account_role where account = ?", account);
            for (Role role : roles) {
                handle.execute("insert into account_role (account, role) values (?, ?)", account, role.word());
            }
            if (!roles.contains(Role.LEARNER)) {
                handle.execute("update account set learner = null where id = ?", account);
            }
            return true;
        });
    }

    @Override
    public boolean disable(UUID account) {
        return database.write(handle -> !isLast(handle, account)
                && handle.execute("update account set disabled = 1 where id = ?", account) == 1);
    }

    private boolean isLast(Handle handle, UUID account) {
        Set<UUID> administrators = handle.createQuery(
                        ADMINISTRATORS + database.dialect().lockForUpdate())
                .mapTo(UUID.class)
                .set();
        return administrators.equals(Set.of(account));
    }
}
