package org.laurelbridge.bridge.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.decide.RuleTests;
import org.laurelbridge.document.DocumentReader;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;
import org.laurelbridge.document.Words;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.mapping.Mapping;
import org.laurelbridge.mapping.MappingReader;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.RuleReader;
import org.laurelbridge.rule.Vocabulary;
import org.laurelbridge.xapi.Problem;

/**
 * Documents read together: a mapping or none, and badges that speak its words. Everything that is wrong with any of them is told
 * at once.
 */
public final class RuleSet {

    private final Problems problems = new Problems();
    private final Map<String, String> files = new HashMap<>();
    private final List<Badge> badges = new ArrayList<>();
    private @Nullable Mapping mapping;

    private record Document(RuleText text, Node node) {}

    private RuleSet() {}

    /** Reads documents that belong together. */
    public static RuleSet read(List<RuleText> texts) {
        RuleSet set = new RuleSet();
        List<Document> mappings = new ArrayList<>();
        List<Document> rules = new ArrayList<>();
        for (RuleText text : texts) {
            DocumentReader.readOne(text.file(), text.text(), set.problems)
                    .ifPresent(node -> set.sort(new Document(text, node), mappings, rules));
        }
        Vocabulary vocabulary = set.readMapping(mappings);
        rules.forEach(document -> set.readBadge(document, vocabulary));
        if (set.problems.isEmpty()) {
            Stacks stacks = new Stacks(set.badges, set.problems);
            set.badges.forEach(badge -> stacks.check(badge, set.file(RuleBook.BADGE, badge.id())));
        }
        return set;
    }

    /** Empty exactly when the documents can be applied together. */
    public List<Problem> problems() {
        return problems.list();
    }

    /**
     * The same on an installation that knows its sources: then also those that badges name and nobody knows.
     *
     * @param sources of the configuration
     */
    public List<Problem> problems(Set<String> sources) {
        if (!problems.isEmpty()) {
            return problems();
        }
        Sources known = new Sources(sources, mapping == null ? Mapping.standard() : mapping);
        return badges.stream()
                .flatMap(badge -> known.strayIn(badge, file(RuleBook.BADGE, badge.id())))
                .toList();
    }

    /** Null when none of the documents is one. */
    @Nullable
    Mapping mapping() {
        return mapping;
    }

    /** Those that could be read. */
    public List<Badge> badges() {
        return List.copyOf(badges);
    }

    /** The file that a document came from. */
    String file(String kind, String name) {
        return files.getOrDefault(kind + " " + name, name);
    }

    private void sort(Document document, List<Document> mappings, List<Document> rules) {
        Optional<Node> kind = document.node() instanceof Node.Entries entries
                ? Optional.ofNullable(entries.byKey().get("kind")).map(Node.Entry::value)
                : Optional.empty();
        String word = kind.isPresent() && kind.get() instanceof Node.Text text ? text.value() : "";
        switch (word) {
            case RuleBook.MAPPING -> mappings.add(document);
            case RuleBook.BADGE -> rules.add(document);
            default ->
                problems.add(
                        kind.orElse(document.node()),
                        "a document with kind: mapping or kind: badge"
                                + Words.meant(word, List.of(RuleBook.MAPPING, RuleBook.BADGE)));
        }
    }

    private Vocabulary readMapping(List<Document> documents) {
        for (int more = 1; more < documents.size(); more++) {
            Document other = documents.get(more);
            problems.add(
                    other.node().place(),
                    "a second mapping",
                    "one mapping, which is " + documents.get(0).text().file());
        }
        if (documents.isEmpty()) {
            return words(Mapping.standard());
        }
        Document document = documents.get(0);
        MappingReader.Answer answer =
                MappingReader.read(document.node(), document.text().text());
        problems.addAll(answer.problems());
        mapping = answer.mapping().orElse(null);
        answer.mapping()
                .ifPresent(read -> files.put(
                        RuleBook.MAPPING + " " + read.name(), document.text().file()));
        return answer.mapping().map(RuleSet::words).orElseGet(() -> meant(document.node()));
    }

    private void readBadge(Document document, Vocabulary vocabulary) {
        RuleReader.Answer answer =
                new RuleReader(vocabulary).read(document.node(), document.text().text());
        problems.addAll(answer.problems());
        answer.badge().ifPresent(badge -> add(document, badge));
    }

    private void add(Document document, Badge badge) {
        String earlier = files.putIfAbsent(
                RuleBook.BADGE + " " + badge.id(), document.text().file());
        if (earlier != null) {
            problems.add(
                    document.node().place(),
                    "the badge \"" + badge.id() + "\" again",
                    "every id once: it is in " + earlier);
            return;
        }
        problems.addAll(new RuleTests().failures(badge));
        badges.add(badge);
    }

    static Vocabulary words(Mapping mapping) {
        return Vocabulary.of(mapping);
    }

    /** The words of a mapping with mistakes: its badges are not to be blamed for them. */
    private static Vocabulary meant(Node mapping) {
        Set<Kind> kinds = new HashSet<>();
        keys(mapping, "verbs").forEach(name -> kinds.add(new Kind(name)));
        return Vocabulary.seen(labels(mapping, "activities"), kinds);
    }

    /** Of activities, and of the course structures below them. */
    private static Set<String> labels(Node node, String section) {
        Set<String> labels = new HashSet<>(keys(node, section));
        if (node instanceof Node.Entries entries
                && entries.byKey().get(section) != null
                && entries.byKey().get(section).value() instanceof Node.Entries named) {
            named.inOrder().forEach(entry -> labels.addAll(labels(entry.value(), "structure")));
        }
        return labels;
    }

    private static Set<String> keys(Node document, String section) {
        Node.Entry entry =
                document instanceof Node.Entries entries ? entries.byKey().get(section) : null;
        return entry != null && entry.value() instanceof Node.Entries named
                ? named.byKey().keySet()
                : Set.of();
    }
}
