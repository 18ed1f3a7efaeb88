package org.laurelbridge.bridge.account.oidc;

import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.account.Role;

/**
 * A claim by which a provider says what people may do here.
 *
 * @param claim its name; "" where the provider says nothing about roles
 * @param values by the role that they give
 */
public record ClaimedRoles(String claim, Map<Role, String> values) {
    /** A provider says nothing about roles. */
    public static final ClaimedRoles NONE = new ClaimedRoles("", Map.of());

    public ClaimedRoles {
        values = Map.copyOf(values);
    }

    /** Whether these claims hold it. */
    boolean areIn(ClaimsSet said) {
        return values.isEmpty() || said.getClaim(claim) != null;
    }

    /** Which of the roles that the provider tells about somebody has. A claim that is not there gives none. */
    Map<Role, Boolean> of(ClaimsSet said) {
        if (values.isEmpty()) {
            return Map.of();
        }
        Object told = said.getClaim(claim);
        Collection<?> all = told instanceof Collection<?> several ? several : told == null ? List.of() : List.of(told);
        return values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, role -> all.contains(role.getValue())));
    }
}
