package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.deliver.mail.MailBook;
import org.laurelbridge.bridge.deliver.mail.MailKind;
import org.laurelbridge.bridge.record.PersonId;

/** Whom to write to: accounts, people, and what they do not want. */
public final class MailBookStore implements MailBook {
    private static final int LONGEST_TAG = 35;

    private final Database database;
    private final Trail trail;

    public MailBookStore(Database database) {
        this(database, Trail.OWN);
    }

    private MailBookStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public MailBook by(Doer doer) {
        return new MailBookStore(database, Trail.by(doer));
    }

    @Override
    public Optional<Reader> find(String target, AwardId award) {
        return database.read(handle -> {
            MailRows rows = new MailRows(handle);
            return MailBook.account(target)
                    .map(rows::decider)
                    .orElseGet(() -> granted(handle, award).flatMap(rows::learner));
        });
    }

    private static Optional<UUID> granted(Handle handle, AwardId award) {
        return handle.createQuery("select person from award where id = :award")
                .bind("award", award.value())
                .mapTo(UUID.class)
                .findOne();
    }

    @Override
    public Optional<String> address(UUID person) {
        return database.read(handle -> new MailRows(handle).learner(person).map(Reader::address));
    }

    /** Of a learner who was merged, what any of those did not want. */
    @Override
    public Set<MailKind> refused(UUID holder) {
        return database.read(handle -> handle
                .createQuery("select kind from mail_refusal where holder in (<holders>)")
                .bindList("holders", new MergedPeople(handle).group(holder))
                .mapTo(String.class)
                .list()
                .stream()
                .flatMap(word -> MailKind.of(word).stream())
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public void refuse(UUID holder, MailKind kind, boolean refuses, Instant now) {
        database.change(handle -> {
            int changed = refuses ? add(handle, holder, kind, now) : remove(handle, holder, kind);
            if (changed > 0) {
                Change change = Change.of("mail.chosen", "mail", kind.word()).to("wanted", !refuses);
                trail.record(
                        handle, change.about(new PeopleRows(handle).isThere(new PersonId(holder)) ? holder : null));
            }
        });
    }

    private int remove(Handle handle, UUID holder, MailKind kind) {
        return handle.createUpdate("delete from mail_refusal where kind = :kind and holder in (<holders>)")
                .bind("kind", kind.word())
                .bindList("holders", new MergedPeople(handle).group(holder))
                .execute();
    }

    /** Of whoever was erased nothing is kept, whatever mail they still have. */
    private int add(Handle handle, UUID holder, MailKind kind, Instant now) {
        boolean isThere = handle.createQuery("select 1 from mail_refusal where holder = :holder and kind = :kind")
                .bind("holder", holder)
                .bind("kind", kind.word())
                .mapTo(int.class)
                .findOne()
                .isPresent();
        if (isThere || !isSomebody(handle, holder)) {
            return 0;
        }
        handle.createUpdate("insert into mail_refusal (holder, kind, since) values (:holder, :kind, :now)"
                        + database.dialect().orLeave("kind"))
                .bind("holder", holder)
                .bind("kind", kind.word())
                .bind("now", now)
                .execute();
        return 1;
    }

    private static boolean isSomebody(Handle handle, UUID holder) {
        return handle.createQuery(
                        "select 1 from person where id = :holder union select 1 from account where id = :holder")
                .bind("holder", holder)
                .mapTo(int.class)
                .findFirst()
                .isPresent();
    }

    @Override
    public @Nullable Locale language(UUID account) {
        return database.read(
                        handle -> handle.createQuery("select language from account_language where account = :account")
                                .bind("account", account)
                                .mapTo(String.class)
                                .findOne())
                .map(Locale::forLanguageTag)
                .orElse(null);
    }

    private void add(UUID account, String tag, boolean isChosen, Instant now) {
        database.change(handle -> handle.createUpdate("""
                        insert into account_language (account, language, chosen, changed)
                        values (:account, :language, :chosen, :now)""" + database.dialect().orLeave("account"))
                .bind("account", account)
                .bind("language", tag)
                .bind("chosen", isChosen ? 1 : 0)
                .bind("now", now)
                .execute());
    }

    @Override
    public void read(UUID account, Locale language, boolean isChosen, Instant now) {
        String tag = language.toLanguageTag();
        if (tag.length() > LONGEST_TAG || language.getLanguage().isEmpty() || language.equals(language(account))) {
            return;
        }
        add(account, tag, isChosen, now);
        database.change(handle -> handle.createUpdate("""
                        update account_language set language = :language, chosen = :chosen, changed = :now
                        where account = :account and chosen <= :chosen""")
                .bind("account", account)
                .bind("language", tag)
                .bind("chosen", isChosen ? 1 : 0)
                .bind("now", now)
                .execute());
    }
}
