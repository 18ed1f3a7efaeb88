package org.laurelbridge.mapping;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Actor;
import org.laurelbridge.xapi.Context;
import org.laurelbridge.xapi.Result;
import org.laurelbridge.xapi.Score;
import org.laurelbridge.xapi.Statement;
import org.laurelbridge.xapi.StatementObject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/** A mapping document, compiled: makes facts of statements. Immutable, and safe for many threads. */
public final class Mapping {
    private static final String CMI5_MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
    private static final Set<String> BADGE_VERBS = Set.of(
            "https://openbadgespec.org/xapi/verbs/earned", "http://specification.openbadges.org/xapi/verbs/earned");

    private final MappingParts parts;
    private final ActivityIndex index;
    private final ActivityIndex parents;

    Mapping(MappingParts parts) {
        this.parts = parts;
        this.index = new ActivityIndex(parts.activities().values());
        this.parents = new ActivityIndex(parts.activities().values().stream()
                .filter(Activity::withChildren)
                .toList());
    }

    /** What becomes of an actor whom nobody can place. */
    public enum Unknown {
        PARK,
        CREATE,
        DROP
    }

    /** The mapping of an installation that has none yet: ADL's verbs, no activities. */
    public static Mapping standard() {
        MappingReader.Answer answer =
                MappingReader.read("standard", "{brl: 1, kind: mapping, name: standard, version: 1, use: [adl@1]}");
        return answer.mapping().orElseThrow(() -> new IllegalStateException(String.valueOf(answer.problems())));
    }

    public String name() {
        return parts.name();
    }

    public int version() {
        return parts.version();
    }

    public Unknown unknown() {
        return parts.unknown();
    }

    /** Title by label, in the order of the document. */
    public Map<String, String> activities() {
        Map<String, String> titles = new LinkedHashMap<>();
        parts.activities().values().forEach(activity -> titles.put(activity.label(), activity.title()));
        return titles;
    }

    /** Whether an object with this id is an activity of it, whatever else its statements say. */
    public boolean knows(String object) {
        String id = parts.form().of(rewritten(object).activity());
        return !index.find(id, List.of(), List.of()).isEmpty();
    }

    /** The labels of the activities that an object with this id is, whatever else its statements say. */
    public List<String> labels(String object) {
        String id = parts.form().of(rewritten(object).activity());
        return index.find(id, List.of(), List.of()).stream()
                .map(Activity::label)
                .toList();
    }

    /** From which percent on a letter is reached, by letter. */
    public Map<String, Percent> grades() {
        return parts.grades();
    }

    /** What the activities are that a cmi5 course structure lists, by label: courses, blocks and units. */
    public Map<String, Structure> structures() {
        Map<String, Structure> structures = new LinkedHashMap<>();
        for (Activity activity : parts.activities().values()) {
            if (activity.structure() != null) {
                structures.put(activity.label(), activity.structure());
            }
        }
        return structures;
    }

    /** The kinds that this mapping adds to the canonical ones. */
    public Set<Kind> ownKinds() {
        return parts.verbs().own();
    }

    /** What the verb of a statement means, whatever the statement is about. */
    public Kind kind(Statement statement) {
        return parts.verbs().kind(statement);
    }

    /** The names under which it lists sources, which rules may ask for. */
    public Set<String> trusted() {
        return parts.trust().listed().stream().map(Trust.Listed::name).collect(Collectors.toUnmodifiableSet());
    }

    /** The document as written. */
    public String source() {
        return parts.source();
    }

    /** SHA-256 of the document as written, in 64 hexadecimal digits: two documents under one version differ here. */
    public String hash() {
        try {
            byte[] text = parts.source().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * What a voiding statement may void.
     *
     * @param authority who vouches for it; null when nobody does, or nobody whom we may believe
     */
    public VoidReach voidReach(String source, @Nullable Actor authority) {
        return parts.trust().voidReach(source, authority);
    }

    /** Makes facts of a statement. Never fails; what was not used stands in the diagnostics. */
    public Mapped map(RecordedStatement recorded) {
        Statement statement = recorded.statement();
        boolean says = statement.object() instanceof StatementObject.Activity
                && !statement.isVoiding()
                && !BADGE_VERBS.contains(statement.verb().id());
        // once each, however many activities of the mapping the object is
        Set<Diagnostic> diagnostics = new LinkedHashSet<>();
        List<Fact> facts =
                says ? facts(recorded, (StatementObject.Activity) statement.object(), diagnostics) : List.of();
        List<Fact> alike = says && facts.isEmpty() && diagnostics.isEmpty()
                ? alike(recorded, (StatementObject.Activity) statement.object())
                : List.of();
        return new Mapped(facts, alike, parts.identity().learners(statement.actor()), List.copyOf(diagnostics));
    }

    private List<Fact> facts(
            RecordedStatement recorded, StatementObject.Activity object, Collection<Diagnostic> diagnostics) {
        Rewrite.Rewritten rewritten = rewritten(object.id());
        String target = parts.form().of(rewritten.activity());
        Set<Activity> found = find(recorded, target);
        if (found.isEmpty()) {
            return List.of();
        }
        Statement statement = recorded.statement();
        Set<String> sources = parts.trust().mayBringFacts(recorded.sources(), statement.authority());
        if (sources.isEmpty()) {
            diagnostics.add(new Diagnostic("not-trusted", "the source may not bring facts"));
            return List.of();
        }
        Optional<String> ignored = parts.ignored().why(statement.context());
        if (ignored.isPresent()) {
            diagnostics.add(new Diagnostic("ignored", ignored.get()));
            return List.of();
        }
        String attempt = parts.attempts().attempt(recorded.id(), statement, rewritten.attempt());
        return found.stream()
                .map(activity -> fact(recorded, activity, target, sources, attempt, diagnostics))
                .toList();
    }

    /** What is about no activity, but could be taken for it. */
    private List<Fact> alike(RecordedStatement recorded, StatementObject.Activity object) {
        String target = parts.form().of(rewritten(object.id()).activity());
        return index.findAlike(target, around(recorded.statement().context()).keySet()).stream()
                .map(activity -> fact(
                        recorded,
                        activity.alike(),
                        target,
                        recorded.sources(),
                        recorded.id().toString(),
                        new ArrayList<>()))
                .toList();
    }

    private Rewrite.Rewritten rewritten(String objectId) {
        return parts.rewrites().stream()
                .flatMap(rewrite -> rewrite.apply(objectId).stream())
                .findFirst()
                .orElseGet(() -> new Rewrite.Rewritten(objectId, null));
    }

    private Set<Activity> find(RecordedStatement recorded, String target) {
        Context context = recorded.statement().context();
        Map<String, List<String>> around = around(context);
        Set<Activity> found = index.find(target, recorded.activityTypes(), around.keySet());
        around.forEach((id, types) -> found.addAll(parents.find(id, types, around.keySet())));
        Cmi5 cmi5 = Cmi5.of(context, recorded.activityTypes());
        if (cmi5 != null && cmi5.own()) {
            Kind kind = parts.verbs().kind(recorded.statement());
            around.keySet().stream()
                    .flatMap(id -> index.findByPublisher(id).stream())
                    .filter(activity -> isAbout(activity.structure(), cmi5, kind))
                    .forEach(found::add);
        }
        return found;
    }

    /** Grouping may name the course beside the unit: what is about the one is not about the other. */
    private static boolean isAbout(@Nullable Structure structure, Cmi5 cmi5, Kind kind) {
        return structure == null || cmi5.canBeAbout(structure.level(), kind);
    }

    /** Parents, then groupings, brought to their activities' compared ids, with their types. */
    private Map<String, List<String>> around(@Nullable Context context) {
        Map<String, List<String>> around = new LinkedHashMap<>();
        for (StatementObject.Activity activity : surrounding(context)) {
            String id = parts.form().of(rewritten(activity.id()).activity());
            List<String> types = around.computeIfAbsent(id, any -> new ArrayList<>());
            if (activity.type() != null) {
                types.add(activity.type());
            }
        }
        return around;
    }

    private static List<StatementObject.Activity> surrounding(@Nullable Context context) {
        if (context == null) {
            return List.of();
        }
        List<StatementObject.Activity> surrounding = new ArrayList<>(context.parent());
        surrounding.addAll(context.grouping());
        return surrounding;
    }

    private Fact fact(
            RecordedStatement recorded,
            Activity activity,
            String target,
            Set<String> sources,
            String attempt,
            Collection<Diagnostic> diagnostics) {
        Statement statement = recorded.statement();
        Result result = statement.result();
        Context context = statement.context();
        Kind kind = parts.verbs().kind(statement);
        Score score = result == null || result.score() == null
                ? null
                : ScorePolicy.completed(result.score(), activity.bounds());
        boolean readsScaled = parts.score().readsScaled(context);
        Score read = score == null || readsScaled ? score : score.withoutScaled();
        BigDecimal mastery = readsScaled ? mastery(activity, context) : null;
        return new Fact(
                activity.label(),
                kind,
                statement.verb().id(),
                recorded.at(),
                read == null ? null : parts.score().percent(read, diagnostics::add),
                parts.success().success(kind, result, mastery, diagnostics::add),
                result == null ? null : result.completion(),
                result == null ? null : result.duration(),
                context == null ? null : context.registration(),
                attempt,
                sources,
                proctored(context, result),
                score,
                ((StatementObject.Activity) statement.object()).id(),
                target,
                course(context),
                context == null ? null : context.statement(),
                Cmi5.of(context, recorded.activityTypes()),
                recorded.at().isAfter(recorded.received().plus(parts.skew())) ? recorded.at() : null,
                isLate(recorded, parts.backdate()),
                mastery != null && score != null && score.scaled() != null,
                recorded.id());
    }

    private @Nullable Boolean proctored(@Nullable Context context, @Nullable Result result) {
        for (String extension : parts.proctored()) {
            JsonNode inContext = context == null ? null : context.extensions().get(extension);
            JsonNode inResult = result == null ? null : result.extensions().get(extension);
            Boolean said = truth(inContext) == null ? truth(inResult) : truth(inContext);
            if (said != null) {
                return said;
            }
        }
        return null;
    }

    private static @Nullable Boolean truth(@Nullable JsonNode said) {
        return said instanceof BooleanNode truth ? truth.booleanValue() : null;
    }

    private static boolean isLate(RecordedStatement recorded, Duration backdate) {
        return recorded.at().isBefore(recorded.received().minus(backdate));
    }

    private static @Nullable BigDecimal mastery(Activity activity, @Nullable Context context) {
        if (activity.mastery() != null) {
            return activity.mastery();
        }
        JsonNode sent = context == null ? null : context.extensions().get(CMI5_MASTERY);
        return sent != null && sent.isNumber() ? sent.decimalValue() : null;
    }

    private @Nullable String course(@Nullable Context context) {
        return surrounding(context).stream()
                .filter(activity ->
                        activity.type() != null && parts.courseTypes().contains(activity.type()))
                .map(StatementObject.Activity::id)
                .findFirst()
                .orElse(null);
    }

    /** Who is meant by an actor; for joining by hand. */
    public List<Learner> learners(Actor actor) {
        return parts.identity().learners(actor);
    }

    /** The home pages on which an account's name is a person's identifier of this kind (rules: identity). */
    public Set<String> homePages(String kind) {
        return parts.identity().rules().stream()
                .filter(rule -> rule.kind().equals(kind))
                .map(Identity.AccountRule::homePage)
                .collect(Collectors.toUnmodifiableSet());
    }
}
