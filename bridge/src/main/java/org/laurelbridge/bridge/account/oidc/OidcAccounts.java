package org.laurelbridge.bridge.account.oidc;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Accounts;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.record.ToldText;
import org.laurelbridge.mapping.Identifier;

/**
 * The accounts of those whom providers vouch for: a learner's is made when a verified e-mail address is a known person's, another's when
 * the provider says that they may do something here.
 */
public final class OidcAccounts implements Recorded<OidcAccounts> {
    private static final String KIND = "oidc";
    private static final int LONGEST = 200;

    private final Accounts accounts;
    private final People people;
    private final InstantSource clock;

    public OidcAccounts(Accounts accounts, People people, InstantSource clock) {
        this.accounts = accounts;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public OidcAccounts by(Doer doer) {
        return new OidcAccounts(accounts.by(doer), people, clock);
    }

    /** The account of somebody; empty when nobody here is known by what the provider says, or nobody may sign in to it. */
    public Optional<Account> of(Identity who) {
        Login login = new Login(KIND, who.issuer(), who.subject());
        return accounts.find(login)
                .map(account -> following(account, login, who))
                .or(() -> made(who, login))
                .filter(account -> !account.isDisabled());
    }

    /** What the provider says is so from now on; what it says nothing about stays. */
    private Account following(Account account, Login login, Identity who) {
        boolean isSame = true;
        for (Map.Entry<Role, Boolean> told : who.roles().entrySet()) {
            Role role = told.getKey();
            boolean has = account.roles().contains(role);
            if (told.getValue() && !has) {
                accounts.grant(account.id(), role);
            } else if (!told.getValue() && has) {
                accounts.withdraw(account.id(), role);
            }
            isSame &= has == told.getValue();
        }
        return isSame ? account : accounts.find(login).orElseThrow();
    }

    private Optional<Account> made(Identity who, Login login) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        who.roles().forEach((role, has) -> {
            if (has) {
                roles.add(role);
            }
        });
        Optional<PersonId> person = Optional.ofNullable(who.email())
                .flatMap(email -> people.find(new Identifier("email", "", email.toLowerCase(Locale.ROOT))));
        if (person.isEmpty() && roles.isEmpty()) {
            return Optional.empty();
        }
        person.ifPresent(known -> roles.add(Role.LEARNER));
        String name = person.flatMap(known -> people.find(known.value()))
                .map(Person::name)
                .orElse(Objects.requireNonNullElse(who.name(), Objects.requireNonNullElse(who.email(), who.subject())));
        String shown = ToldText.line(name, LONGEST).orElse("");
        accounts.add(Account.made(shown, who.email(), roles, person.orElse(null)), login, clock.instant());
        // whoever was quicker made it
        return accounts.find(login);
    }
}
