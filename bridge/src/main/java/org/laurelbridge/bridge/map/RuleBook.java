package org.laurelbridge.bridge.map;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.map.RuleDocuments.Against;
import org.laurelbridge.bridge.map.RuleDocuments.Anew;
import org.laurelbridge.bridge.map.RuleDocuments.Applied;
import org.laurelbridge.bridge.map.RuleDocuments.Draft;
import org.laurelbridge.mapping.Mapping;
import org.laurelbridge.mapping.MappingReader;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.RuleReader;
import org.laurelbridge.rule.Vocabulary;
import org.laurelbridge.xapi.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules that hold on this installation. Safe for many threads; nodes notice each other's changes by {@link #refresh}. */
public final class RuleBook {

    static final String MAPPING = "mapping";
    static final String BADGE = "badge";

    private static final Logger LOG = LoggerFactory.getLogger(RuleBook.class);
    /** Of facts that were made without a mapping document; those of documents come after it. */
    private static final long STANDARD_GENERATION = 1;

    private final RuleDocuments documents;
    private final InstantSource clock;
    private final @Nullable Supplier<Set<String>> sources;
    private volatile InForce current;
    private volatile @Nullable Read last;

    /** Documents that were read. */
    private record Read(List<RuleText> texts, RuleSet set) {}

    /** Reads what is in force. Which sources there are is not known: badges may name any. */
    public RuleBook(RuleDocuments documents, InstantSource clock) {
        this(documents, clock, (Supplier<Set<String>>) null);
    }

    /**
     * Reads what is in force.
     *
     * @param sources of now, by their names, which badges may ask for; null where they are not known
     */
    public RuleBook(RuleDocuments documents, InstantSource clock, @Nullable Supplier<Set<String>> sources) {
        this.documents = documents;
        this.clock = clock;
        this.sources = sources;
        this.current = load();
    }

    /** What became of documents that were to be applied. */
    public sealed interface Outcome {

        /** Nothing was applied: all that is wrong. */
        record Refused(List<Problem> problems) implements Outcome {
            public Refused {
                problems = List.copyOf(problems);
            }
        }

        /** In force now. Each is a list of references, as {@code badge k8s-quiz@1}. */
        record Changed(List<String> added, List<String> changed, List<String> unchanged, List<String> takenOut)
                implements Outcome {
            public Changed {
                added = List.copyOf(added);
                changed = List.copyOf(changed);
                unchanged = List.copyOf(unchanged);
                takenOut = List.copyOf(takenOut);
            }
        }
    }

    /** What holds, as this node knows it. */
    public InForce current() {
        return current;
    }

    /** Asks whether another node changed the rules, and reads them if so. */
    public boolean refresh() {
        if (documents.turn() == current.turn()) {
            return false;
        }
        current = load();
        return true;
    }

    /** All that is wrong with these documents, taken together; empty when they can be applied. */
    public List<Problem> check(List<RuleText> texts) {
        RuleSet set = read(texts);
        List<Problem> problems = new ArrayList<>(sources == null ? set.problems() : set.problems(sources.get()));
        List<Draft> drafts = drafts(set);
        Map<String, String> bodies = bodies(drafts);
        drafts.stream()
                .filter(draft -> !draft.body().equals(bodies.getOrDefault(key(draft), draft.body())))
                .forEach(draft -> problems.add(sameVersion(set, draft.kind(), draft.name(), draft.version())));
        return problems;
    }

    /** Whoever checks documents proposes or applies them next, and a plan of them is looked at again and again: they are read once. */
    private RuleSet read(List<RuleText> texts) {
        Read before = last;
        if (before != null && before.texts().equals(texts)) {
            return before.set();
        }
        RuleSet set = RuleSet.read(texts);
        last = new Read(List.copyOf(texts), set);
        return set;
    }

    /** What was applied under the versions of these, all badges asked for at once. */
    private Map<String, String> bodies(List<Draft> drafts) {
        Map<String, String> bodies = new HashMap<>();
        drafts.stream()
                .filter(draft -> !draft.kind().equals(BADGE))
                .flatMap(draft -> documents.find(draft.kind(), draft.name(), draft.version()).stream())
                .forEach(one -> bodies.put(key(one), one.body()));
        documents
                .listVersions(drafts.stream()
                        .filter(draft -> draft.kind().equals(BADGE))
                        .map(Draft::name)
                        .toList())
                .forEach(one -> bodies.put(key(one), one.body()));
        return bodies;
    }

    private static String key(Draft draft) {
        return draft.kind() + " " + draft.name() + "@" + draft.version();
    }

    private static String key(Applied applied) {
        return applied.kind() + " " + applied.name() + "@" + applied.version();
    }

    /** These documents beside those in force. They must be without mistakes, see {@link #check}. */
    public Proposal propose(List<RuleText> texts) {
        for (long turn = documents.turn(); ; ) {
            Proposal proposal = Proposals.of(documents, read(texts), texts, turn);
            long after = documents.turn();
            if (after == turn) {
                return proposal;
            }
            turn = after;
        }
    }

    /** Puts these documents in force and all others out of force; or, when anything is wrong with any of them, nothing. */
    public Outcome apply(List<RuleText> texts) {
        return apply(texts, null, Doer.LAUREL).orElseThrow();
    }

    /**
     * The same, if what they were made against still stands.
     *
     * @param doer who does it
     * @return empty when it does not: then nothing was applied
     */
    public Optional<Outcome> apply(Against against, List<RuleText> texts, Doer doer) {
        return apply(texts, against, doer);
    }

    private synchronized Optional<Outcome> apply(List<RuleText> texts, @Nullable Against against, Doer doer) {
        try {
            return Optional.of(put(texts, against, doer));
        } catch (RuleDocuments.Overtaken overtaken) {
            refresh();
            return Optional.empty();
        }
    }

    private Outcome put(List<RuleText> texts, @Nullable Against against, Doer doer) {
        List<Problem> problems = check(texts);
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        RuleSet set = read(texts);
        List<Draft> drafts = drafts(set);
        Outcome.Changed changes = changes(drafts, documents.listInForce());
        boolean same = changes.added().isEmpty()
                && changes.changed().isEmpty()
                && changes.takenOut().isEmpty();
        if (!same) {
            List<String> refused = documents.by(doer).apply(against, drafts, anew(set, changes), clock.instant());
            if (!refused.isEmpty()) {
                return new Outcome.Refused(refused.stream()
                        .map(name -> sameVersion(set, BADGE, name, 0))
                        .toList());
            }
            LOG.info("rules applied: {}", changes);
        }
        current = load();
        return changes;
    }

    /** The version that a badge has next: one more than any that was ever applied. */
    public int next(String badge) {
        return 1
                + documents.listVersions(List.of(badge)).stream()
                        .mapToInt(Applied::version)
                        .max()
                        .orElse(0);
    }

    /** The documents in force, byte for byte as they were applied. Files are named by what they hold. */
    public List<RuleText> export() {
        return documents.listInForce().stream()
                .map(applied -> new RuleText(applied.kind() + "-" + applied.name() + ".yaml", applied.body()))
                .toList();
    }

    static List<Draft> drafts(RuleSet set) {
        List<Draft> drafts = new ArrayList<>();
        Mapping mapping = set.mapping();
        if (mapping != null) {
            drafts.add(new Draft(MAPPING, mapping.name(), mapping.version(), mapping.source()));
        }
        set.badges().forEach(badge -> drafts.add(new Draft(BADGE, badge.id(), badge.version(), badge.source())));
        return drafts;
    }

    private static Problem sameVersion(RuleSet set, String kind, String name, int version) {
        String what = kind + " " + name + (version == 0 ? "" : "@" + version);
        return new Problem(
                set.file(kind, name), what + ", which was applied before with another text", "a higher version", "");
    }

    private static Outcome.Changed changes(List<Draft> drafts, List<Applied> inForce) {
        Map<String, Integer> before = new HashMap<>();
        inForce.forEach(applied -> before.put(applied.kind() + " " + applied.name(), applied.version()));
        List<String> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        List<String> unchanged = new ArrayList<>();
        for (Draft draft : drafts) {
            Integer version = before.remove(draft.kind() + " " + draft.name());
            List<String> list = version == null ? added : version == draft.version() ? unchanged : changed;
            list.add(draft.kind() + " " + draft.name() + "@" + draft.version());
        }
        List<String> takenOut = before.entrySet().stream()
                .map(entry -> entry.getKey() + "@" + entry.getValue())
                .sorted()
                .toList();
        return new Outcome.Changed(added, changed, unchanged, takenOut);
    }

    private static List<Anew> anew(RuleSet set, Outcome.Changed changes) {
        Set<String> unchanged = Set.copyOf(changes.unchanged());
        return set.badges().stream()
                .filter(badge -> !unchanged.contains(BADGE + " " + badge.reference()))
                .map(badge -> new Anew(badge.id(), badge.activities(), badge.attestedSubjects()))
                .toList();
    }

    /** Between two equal turns nothing changed. */
    private InForce load() {
        for (long turn = documents.turn(); ; ) {
            List<Applied> inForce = documents.listInForce();
            List<Applied> earlier = documents.listEarlier();
            long after = documents.turn();
            if (after == turn) {
                return compiled(turn, inForce, earlier);
            }
            turn = after;
        }
    }

    private static InForce compiled(long turn, List<Applied> inForce, List<Applied> earlier) {
        Optional<Applied> applied = inForce.stream()
                .filter(document -> document.kind().equals(MAPPING))
                .findFirst();
        Mapping mapping = applied.map(RuleBook::mapping).orElseGet(Mapping::standard);
        long generation = applied.map(document -> STANDARD_GENERATION + document.generation())
                .orElse(STANDARD_GENERATION);
        Vocabulary vocabulary = RuleSet.words(mapping);
        Map<String, Instant> since = Stream.concat(inForce.stream(), earlier.stream())
                .filter(document -> document.kind().equals(BADGE))
                .collect(Collectors.toMap(RuleBook::reference, Applied::appliedAt));
        return new InForce(turn, generation, mapping, badges(inForce, vocabulary), badges(earlier, vocabulary), since);
    }

    private static Mapping mapping(Applied applied) {
        MappingReader.Answer answer = MappingReader.read(reference(applied), applied.body());
        return answer.mapping()
                .orElseThrow(
                        () -> new IllegalStateException("the mapping in force cannot be read: " + answer.problems()));
    }

    /** A rule that cannot be read any more (its words left the mapping) is off by itself; awards stay as they are. */
    static List<Badge> badges(List<Applied> documents, Vocabulary vocabulary) {
        List<Badge> badges = new ArrayList<>();
        for (Applied applied : documents) {
            if (applied.kind().equals(BADGE)) {
                RuleReader.Answer answer = new RuleReader(vocabulary).read(reference(applied), applied.body());
                answer.badge().ifPresentOrElse(badges::add, () -> LOG.warn("rule is off: {}", answer.problems()));
            }
        }
        return badges;
    }

    private static String reference(Applied applied) {
        return applied.name() + "@" + applied.version();
    }
}
