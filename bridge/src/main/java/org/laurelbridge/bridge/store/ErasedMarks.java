package org.laurelbridge.bridge.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

/**
 * By what those are known who were erased, so that nobody brings them back without being asked to: marks under a secret of the
 * installation, which whoever has the database alone can compare with nothing. Of a person's id, which was random, a plain hash.
 * Whoever was added anew is known again, and not erased any more.
 */
final class ErasedMarks {
    private static final int AT_ONCE = 500;
    /** As a mapping may tell an account (rules: identity). */
    private static final List<String> KINDS_OF_ACCOUNTS = List.of("account", "id", "username", "idnumber");

    private final SecretKeySpec key;

    ErasedMarks(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** Lets nobody be erased until this transaction ends, and says whether anybody ever was. */
    static boolean isAnybody(Handle handle, Dialect dialect) {
        return handle.createQuery("select turns from latch where name = 'erasing'" + dialect.lockShared())
                        .mapTo(long.class)
                        .one()
                > 0;
    }

    /** Those of these people who were erased, or are just being. */
    static Set<UUID> people(Handle handle, Collection<UUID> people) {
        if (isEmpty(handle, "erased_person")) {
            return Set.of();
        }
        Map<List<Byte>, UUID> marks = new HashMap<>();
        people.forEach(person -> marks.put(boxed(mark(person)), person));
        Set<UUID> erased = new HashSet<>();
        found(handle, "erased_person", people.stream().map(ErasedMarks::mark).toList())
                .forEach(mark -> erased.add(marks.get(mark)));
        return erased;
    }

    /** Whether a credential was of somebody who was erased. */
    static boolean isWithdrawn(Handle handle, UUID credential) {
        return handle.createQuery("select 1 from erased_credential where id = :id")
                .bind("id", credential)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Remembers whom an erasure is about. */
    void add(Handle handle, Dialect dialect, Collection<UUID> people, Collection<Identifier> forms) {
        String insert = " (mark) values (:mark)" + dialect.orLeave("mark");
        Batches.write(
                handle,
                "insert into erased_person" + insert,
                people,
                (batch, person) -> batch.bind("mark", mark(person)));
        Batches.write(
                handle, "insert into erased_identity" + insert, forms, (batch, form) -> batch.bind("mark", mark(form)));
    }

    /** Those of these identifiers of actors by which nobody is known but who was erased. */
    Set<Identifier> identities(Handle handle, Collection<Identifier> forms) {
        if (isEmpty(handle, "erased_identity")) {
            return Set.of();
        }
        Map<List<Byte>, Identifier> marks = new HashMap<>();
        forms.forEach(form -> marks.put(boxed(mark(form)), form));
        Set<Identifier> erased = new HashSet<>();
        found(handle, "erased_identity", forms.stream().map(this::mark).toList())
                .forEach(mark -> erased.add(marks.get(mark)));
        erased.removeIf(form -> isSomebodys(handle, form));
        return erased;
    }

    // mostly: then nothing need be hashed
    private static boolean isEmpty(Handle handle, String table) {
        return handle.createQuery("select 1 from " + table + " limit 1")
                .mapTo(Integer.class)
                .findOne()
                .isEmpty();
    }

    /** Whether somebody who was not erased is known by an identifier. */
    static boolean isSomebodys(Handle handle, Identifier form) {
        List<Identifier> candidates = new ArrayList<>();
        if (form.kind().equals("account")) {
            KINDS_OF_ACCOUNTS.forEach(kind -> {
                candidates.add(new Identifier(kind, form.scope(), form.value()));
                candidates.add(new Identifier(kind, "", form.value()));
            });
        } else {
            candidates.add(form);
        }
        List<UUID> owners = new PeopleRows(handle)
                .find(candidates).values().stream().map(PersonId::value).toList();
        return !people(handle, owners).containsAll(owners);
    }

    private static Set<List<Byte>> found(Handle handle, String table, Collection<byte[]> marks) {
        List<byte[]> all = List.copyOf(marks);
        Set<List<Byte>> found = new LinkedHashSet<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            handle.createQuery("select mark from " + table + " where mark in (<marks>)")
                    .bindList("marks", all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                    .map((rows, context) -> boxed(rows.getBytes(1)))
                    .forEach(found::add);
        }
        return found;
    }

    private static byte[] mark(UUID person) {
        return Fingerprint.of("erased person", person.toString());
    }

    private byte[] mark(Identifier form) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update("erased|".getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(Identities.fingerprint(form));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }

    private static List<Byte> boxed(byte[] bytes) {
        List<Byte> boxed = new ArrayList<>(bytes.length);
        for (byte one : bytes) {
            boxed.add(one);
        }
        return boxed;
    }
}
