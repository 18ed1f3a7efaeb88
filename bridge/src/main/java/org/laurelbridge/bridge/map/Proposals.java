package org.laurelbridge.bridge.map;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.map.RuleChange.Document;
import org.laurelbridge.bridge.map.RuleDocuments.Applied;
import org.laurelbridge.mapping.Mapping;
import org.laurelbridge.rule.Badge;

/** Holds documents against those in force. */
final class Proposals {

    private Proposals() {}

    static Proposal of(RuleDocuments documents, RuleSet set, List<RuleText> texts, long turn) {
        List<Document> before = documents.listInForce().stream()
                .map(one -> new Document(one.kind(), one.name(), one.version(), one.body()))
                .toList();
        List<Document> after = RuleBook.drafts(set).stream()
                .map(one -> new Document(one.kind(), one.name(), one.version(), one.body()))
                .toList();
        Mapping mapping = Objects.requireNonNullElseGet(set.mapping(), Mapping::standard);
        Map<String, Applied> versions = new LinkedHashMap<>();
        documents
                .listVersions(set.badges().stream().map(Badge::id).toList())
                .forEach(one -> versions.put(one.name() + "@" + one.version(), one));
        List<Badge> other = RuleBook.badges(others(versions, set.badges()), RuleSet.words(mapping));
        return new Proposal(
                texts,
                turn,
                new InForce(turn, turn, mapping, set.badges(), other, since(versions, set.badges())),
                !Objects.equals(mapping(before), mapping(after)),
                changes(before, after, earlier(versions)));
    }

    /** What was never in force comes after everything that was done. */
    private static Map<String, Instant> since(Map<String, Applied> versions, List<Badge> badges) {
        Map<String, Instant> since = new HashMap<>();
        badges.forEach(badge -> since.put(badge.reference(), Instant.MAX));
        versions.forEach((reference, applied) -> since.put(reference, applied.appliedAt()));
        return since;
    }

    /** Awards that were earned under one are decided by it. */
    private static List<Applied> others(Map<String, Applied> versions, List<Badge> badges) {
        Map<String, Applied> others = new LinkedHashMap<>(versions);
        badges.forEach(badge -> others.remove(badge.reference()));
        return List.copyOf(others.values());
    }

    private static @Nullable Document mapping(List<Document> documents) {
        return documents.stream()
                .filter(document -> document.kind().equals(RuleBook.MAPPING))
                .findFirst()
                .orElse(null);
    }

    /** The last version of each badge, whether it is in force or was taken out: people may hold it. */
    private static Map<String, Document> earlier(Map<String, Applied> versions) {
        Map<String, Document> earlier = new HashMap<>();
        versions.values().forEach(one -> {
            Document document = new Document(one.kind(), one.name(), one.version(), one.body());
            earlier.merge(document.key(), document, (old, next) -> old.version() > next.version() ? old : next);
        });
        return earlier;
    }

    private static List<RuleChange> changes(
            List<Document> before, List<Document> after, Map<String, Document> earlier) {
        Map<String, Document> gone = new LinkedHashMap<>();
        before.forEach(document -> gone.put(document.key(), document));
        Map<String, RuleChange> changes = new HashMap<>();
        for (Document document : after) {
            Document inForce = gone.remove(document.key());
            Document last = earlier.get(document.key());
            changes.put(
                    document.key(),
                    inForce == null && last != null
                            ? RuleChange.back(last, document)
                            : RuleChange.of(inForce, document));
        }
        gone.forEach((key, document) -> changes.put(key, RuleChange.of(document, null)));
        List<RuleChange> sorted = new ArrayList<>(changes.values());
        sorted.sort((one, other) -> one.kind().equals(other.kind())
                ? one.name().compareTo(other.name())
                : other.kind().compareTo(one.kind()));
        return sorted;
    }
}
