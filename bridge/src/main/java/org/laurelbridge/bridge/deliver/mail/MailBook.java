package org.laurelbridge.bridge.deliver.mail;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.award.AwardId;

/** Whom to write to. Addresses are looked up when a mail is sent, and kept with none. */
public interface MailBook extends Recorded<MailBook> {

    /** To the learner of an award. */
    String LEARNER = "mail";

    /** To somebody who decides about awards. */
    static String decider(UUID account) {
        return LEARNER + ":" + account;
    }

    /** The account of a {@link #decider}; empty for a learner. */
    static Optional<UUID> account(String target) {
        return target.equals(LEARNER)
                ? Optional.empty()
                : Optional.of(UUID.fromString(target.substring(LEARNER.length() + 1)));
    }

    /**
     * Whom a target means.
     *
     * @param target {@link #LEARNER} or a {@link #decider}
     * @return empty when they are gone, may not come in any more, or have no address
     */
    Optional<Reader> find(String target, AwardId award);

    /** Where mails for a learner go; empty when no address of theirs is known. */
    Optional<String> address(UUID person);

    /** What somebody does not want. */
    Set<MailKind> refused(UUID holder);

    /** Somebody does not want a kind of mail, or does again. */
    void refuse(UUID holder, MailKind kind, boolean refuses, Instant now);

    /** In which language an account reads; null when nobody knows. */
    @Nullable
    Locale language(UUID account);

    /**
     * An account reads in a language.
     *
     * @param isChosen by themselves; what somebody chose is not changed by what others say
     */
    void read(UUID account, Locale language, boolean isChosen, Instant now);

    /**
     * Somebody to write to.
     *
     * @param holder whose refusals count: the person of a learner, else the account
     * @param name null when it is not known
     * @param language null when it is not known
     */
    record Reader(
            UUID holder,
            @Nullable String name,
            String address,
            @Nullable Locale language) {}
}
