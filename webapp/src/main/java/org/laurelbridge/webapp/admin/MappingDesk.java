package org.laurelbridge.webapp.admin;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.plan.NotRight;
import org.laurelbridge.bridge.award.plan.Overtaken;
import org.laurelbridge.bridge.award.plan.Plan;
import org.laurelbridge.bridge.award.plan.Planner;
import org.laurelbridge.bridge.award.plan.Progress;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.map.SeenPairs;
import org.laurelbridge.bridge.record.StatementLog;
import org.laurelbridge.bridge.run.Run;
import org.laurelbridge.bridge.run.Runner;
import org.laurelbridge.webapp.session.Visitor;
import org.laurelbridge.webapp.words.Saying;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the page of the mapping works with. It is put in force beside the request: what it does to awards is found out over the whole history. */
public record MappingDesk(
        SeenPairs seen, StatementLog log, RuleBook rules, Planner planner, Errands errands, InstantSource clock) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What became of a mapping that was to be in force. */
    public sealed interface Became {
        record InForce() implements Became {}

        /**
         * It touches awards: it waits for a word.
         *
         * @param plan of what it does, which the word is about
         * @param does what that is
         * @param isOther whether another one was accepted, which stands no more
         */
        record Waiting(long plan, Saying does, boolean isOther) implements Became {}

        record Wrong(List<String> problems) implements Became {}

        /** Other rules came into force meanwhile; nothing was changed. */
        record Overtaken() implements Became {}

        /** It was broken off, and is not in force. */
        record Broken() implements Became {}
    }

    Instant now() {
        return clock.instant();
    }

    /** @param accepted the plan of it that was looked at and is accepted; 0 for none */
    UUID save(Visitor visitor, String text, long accepted, Doer doer) {
        // before anything is read: whatever comes into force after it is noticed when this does
        rules.refresh();
        Planner planning = planner.by(doer).against(rules.current().turn());
        List<RuleText> texts = new ArrayList<>(rules.export());
        texts.removeIf(one -> one.file().startsWith("mapping-"));
        texts.add(0, new RuleText(MappingDraft.FILE, text));
        return errands.begin(
                visitor,
                Run.Kind.MAPPING,
                text,
                progress -> new Runner.Ended(applied(planning, texts, accepted, progress), List.of()));
    }

    private static String applied(Planner planning, List<RuleText> texts, long accepted, Progress progress) {
        ObjectNode json = JSON.createObjectNode();
        try {
            if (planning.apply(texts, false, progress) instanceof Planner.Applied.Waiting waiting) {
                Plan plan = waiting.plan();
                if (plan.id() == accepted) {
                    planning.accept(plan);
                } else {
                    json.put("plan", plan.id())
                            .put("other", accepted != 0)
                            .put("gains", plan.gains())
                            .put("losses", plan.losses())
                            .put("moves", plan.moves());
                }
            }
        } catch (NotRight wrong) {
            ArrayNode problems = json.putArray("problems");
            wrong.problems().forEach(problem -> problems.add(String.valueOf(problem)));
        } catch (Overtaken overtaken) {
            json.put("overtaken", true);
        }
        return json.toString();
    }

    Optional<Run> run(Visitor visitor, @Nullable String id) {
        return errands.find(visitor, id).filter(run -> run.asked().kind() == Run.Kind.MAPPING);
    }

    /** Empty while it is under way. */
    Optional<Became> became(Run run) {
        String outcome = run.outcome();
        if (outcome != null) {
            return Optional.of(read(JSON.readTree(outcome)));
        }
        if (Stand.of(run, now()).isUnderWay()) {
            return Optional.empty();
        }
        // its node may have been stopped before it could say what was done
        rules.refresh();
        boolean isInForce = MappingDraft.of(rules).text().equals(run.asked().document());
        return Optional.of(isInForce ? new Became.InForce() : new Became.Broken());
    }

    private static Became read(JsonNode json) {
        if (json.has("problems")) {
            List<String> problems = new ArrayList<>();
            json.path("problems").forEach(one -> problems.add(one.asString("")));
            return new Became.Wrong(List.copyOf(problems));
        }
        if (json.has("overtaken")) {
            return new Became.Overtaken();
        }
        return json.has("gains")
                ? new Became.Waiting(
                        json.path("plan").asLong(0),
                        Saying.of(
                                "set-up.mapping.waiting",
                                json.path("gains").asLong(0),
                                json.path("losses").asLong(0),
                                json.path("moves").asLong(0)),
                        json.path("other").asBoolean(false))
                : new Became.InForce();
    }
}
