package org.laurelbridge.bridge.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.rule.Attestation;
import org.laurelbridge.rule.Topic;

/** Who has said what is attested, as they are known now: who was merged, and whoever has an account and is known besides, is one person. */
final class Speakers {
    private static final String PERSON = "person ";
    private static final String ACCOUNT = "account ";

    private final Map<String, String> known;

    private Speakers(Map<String, String> known) {
        this.known = known;
    }

    /** Those of what is attested. Only approvals are told apart by who says them. */
    static Speakers of(Handle handle, Stream<Attestation> attested) {
        List<String> all = attested.filter(one -> one.topic() == Topic.APPROVED)
                .map(Attestation::by)
                .distinct()
                .toList();
        Map<String, UUID> people = new HashMap<>(ids(all, PERSON));
        Map<String, UUID> accounts = ids(all, ACCOUNT);
        Map<UUID, UUID> learners = learners(handle, accounts.values());
        accounts.forEach((by, account) ->
                Optional.ofNullable(learners.get(account)).ifPresent(learner -> people.put(by, learner)));
        Map<UUID, UUID> roots = new MergedPeople(handle).roots(people.values());
        Map<String, String> known = new HashMap<>();
        people.forEach((by, person) -> known.put(by, PERSON + roots.getOrDefault(person, person)));
        return new Speakers(known);
    }

    private static Map<UUID, UUID> learners(Handle handle, Collection<UUID> accounts) {
        Map<UUID, UUID> learners = new HashMap<>();
        Batches.parts(List.copyOf(accounts))
                .forEach(some -> handle.createQuery(
                                "select id, learner from account where learner is not null and id in (<some>)")
                        .bindList("some", some)
                        .map((rows, context) ->
                                Map.entry(Columns.uuid(rows.getBytes("id")), Columns.uuid(rows.getBytes("learner"))))
                        .forEach(one -> learners.put(one.getKey(), one.getValue())));
        return learners;
    }

    private static Map<String, UUID> ids(List<String> all, String kind) {
        Map<String, UUID> ids = new HashMap<>();
        for (String by : all) {
            if (by.startsWith(kind)) {
                id(by.substring(kind.length())).ifPresent(id -> ids.put(by, id));
            }
        }
        return ids;
    }

    /** Other systems name who approves as they like. */
    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    /** How who is one of these people, or comes in by an account of theirs, may stand there. */
    static List<String> names(Handle handle, Collection<UUID> people) {
        List<String> names = new ArrayList<>();
        people.forEach(person -> names.add(PERSON + person));
        handle.createQuery("select id from account where learner in (<people>)")
                .bindList("people", List.copyOf(people))
                .mapTo(UUID.class)
                .forEach(account -> names.add(name(account)));
        return names;
    }

    /** How who comes in by an account may stand there. */
    static String name(UUID account) {
        return ACCOUNT + account;
    }

    Attestation named(Attestation said) {
        return said.topic() == Topic.APPROVED ? said.by(known.getOrDefault(said.by(), said.by())) : said;
    }

    List<Attestation> named(List<Attestation> said) {
        List<Attestation> named = new ArrayList<>(said);
        named.replaceAll(this::named);
        return named;
    }
}
