package org.laurelbridge.bridge.account;

import java.util.Set;
import java.util.UUID;
import org.laurelbridge.bridge.audit.Recorded;

/** Takes away what accounts may do. An administrator's account that lets somebody in is always left. */
public interface AccountChanges extends Recorded<AccountChanges> {

    /**
     * Gives an account these roles and no others. Who is no learner any more has no badges of their own there.
     *
     * @return false when nobody else is an administrator, and it would be none any more; then nothing is changed
     */
    boolean setRoles(UUID account, Set<Role> roles);

    /**
     * Lets nobody in by an account any more.
     *
     * @return false when nobody else is an administrator; then nothing is changed
     */
    boolean disable(UUID account);
}
