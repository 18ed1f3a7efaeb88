package org.laurelbridge.bridge.account;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Lets somebody in by name and password. An unknown name takes the same time and gets the same answer as a wrong password. */
public final class PasswordSignIn {
    private final Accounts accounts;
    private final Passwords passwords;
    private final SignInLimits limits;
    private final PasswordHash hashing;
    private final String nobodys;

    public PasswordSignIn(Accounts accounts, Passwords passwords, SignInLimits limits) {
        this(accounts, passwords, limits, new PasswordHash());
    }

    PasswordSignIn(Accounts accounts, Passwords passwords, SignInLimits limits, PasswordHash hashing) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.limits = limits;
        this.hashing = hashing;
        this.nobodys = hashing.hash("nobody has this password");
    }

    /** What somebody is answered. */
    public sealed interface Answer {
        /** Come in. */
        record In(Account account) implements Answer {}

        /** The name or the password is wrong, or nobody may sign in to the account. */
        record Wrong() implements Answer {}

        /** There were too many wrong tries. Nothing was looked at, or what was is wrong. */
        record Wait(Duration left) implements Answer {}
    }

    /**
     * Looks whether a name and a password belong together.
     *
     * @param address where the try came from
     * @throws PasswordHash.Busy when too many try at once; the try is not counted then
     */
    public Answer check(String name, String password, String address) {
        Login login = Login.byPassword(name);
        if (limits.isGuessing(address)) {
            return wrong(address);
        }
        SignInLimits.Begun begun = limits.begin(login.subject());
        if (begun.left().isPresent()) {
            return new Answer.Wait(begun.left().get());
        }
        Optional<Account> in;
        try {
            in = find(login, password);
        } catch (PasswordHash.Busy busy) {
            limits.takeBack(begun);
            throw busy;
        }
        if (in.isEmpty()) {
            return wrong(address);
        }
        limits.right(login.subject());
        return new Answer.In(in.get());
    }

    /** Whose account somebody named who is not in; for the audit log. */
    public Optional<UUID> named(String name) {
        return accounts.find(Login.byPassword(name)).map(Account::id);
    }

    private Optional<Account> find(Login login, String password) {
        Optional<Account> known = accounts.find(login);
        Optional<String> kept = known.flatMap(account -> passwords.find(account.id()));
        boolean isRight = PasswordHash.refuse(password).isEmpty()
                ? hashing.matches(password, kept.orElse(nobodys))
                : hashing.matches("", nobodys);
        return known.filter(account -> isRight && kept.isPresent() && !account.isDisabled());
    }

    private Answer wrong(String address) {
        return limits.wrong(address).<Answer>map(Answer.Wait::new).orElseGet(Answer.Wrong::new);
    }
}
