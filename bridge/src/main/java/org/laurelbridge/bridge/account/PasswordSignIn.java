package org.laurelbridge.bridge.account;

import java.time.Duration;
import java.util.Optional;

/** Lets somebody in by name and password. An unknown name takes the same time and gets the same answer as a wrong password. */
public final class PasswordSignIn {
    private final Accounts accounts;
    private final Passwords passwords;
    private final SignInLimits limits;
    private final PasswordHash hashing = new PasswordHash();
    private final String nobodys = hashing.hash("nobody has this password");

    public PasswordSignIn(Accounts accounts, Passwords passwords, SignInLimits limits) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.limits = limits;
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
     * @throws PasswordHash.Busy when too many try at once
     */
    public Answer check(String name, String password, String address) {
        Login login = Login.byPassword(name);
        if (limits.isGuessing(address)) {
            return wrong(address);
        }
        Optional<Duration> wait = limits.begin(login.subject());
        if (wait.isPresent()) {
            return new Answer.Wait(wait.get());
        }
        Optional<Account> known = accounts.find(login);
        Optional<String> kept = known.flatMap(account -> passwords.find(account.id()));
        boolean isRight = PasswordHash.refuse(password).isEmpty()
                ? hashing.matches(password, kept.orElse(nobodys))
                : hashing.matches("", nobodys);
        Optional<Account> in = known.filter(account -> isRight && kept.isPresent() && !account.isDisabled());
        if (in.isEmpty()) {
            return wrong(address);
        }
        limits.right(login.subject());
        return new Answer.In(in.get());
    }

    private Answer wrong(String address) {
        return limits.wrong(address).<Answer>map(Answer.Wait::new).orElseGet(Answer.Wrong::new);
    }
}
