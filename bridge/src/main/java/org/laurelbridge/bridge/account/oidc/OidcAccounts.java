package org.laurelbridge.bridge.account.oidc;

import java.time.InstantSource;
import java.util.Locale;
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
import org.laurelbridge.mapping.Identifier;

/** The accounts of those whom providers vouch for: a learner's is made when a verified e-mail address is a known person's. */
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
        return accounts.find(login).or(() -> made(who, login)).filter(account -> !account.isDisabled());
    }

    private Optional<Account> made(Identity who, Login login) {
        String email = who.email();
        if (email == null) {
            return Optional.empty();
        }
        return people.find(new Identifier("email", "", email.toLowerCase(Locale.ROOT)))
                .flatMap(person -> add(who, person, login));
    }

    private Optional<Account> add(Identity who, PersonId person, Login login) {
        String known = people.find(person.value()).map(Person::name).orElse(null);
        String name = Objects.requireNonNullElse(
                known, Objects.requireNonNullElse(who.name(), Objects.requireNonNull(who.email())));
        String shown = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        accounts.add(Account.made(shown, who.email(), Set.of(Role.LEARNER), person), login, clock.instant());
        // whoever was quicker made it
        return accounts.find(login);
    }
}
