package org.laurelbridge.webapp.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.laurelbridge.bridge.award.plan.Effect;
import org.laurelbridge.bridge.award.plan.Forecast;
import org.laurelbridge.bridge.map.RuleChange.What;
import org.laurelbridge.bridge.moving.Basis;
import org.laurelbridge.bridge.moving.Moving;
import org.laurelbridge.bridge.moving.Setup.Part;
import org.laurelbridge.bridge.moving.SetupChange;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a file would change, or what became of it, as it is kept: people by their ids alone. */
record MovingJson(JsonNode json) {
    /** All of the file is in its place. */
    static final String IMPORTED = "{\"imported\":true}";

    /** Something else is set up than what its change was foreseen from. */
    static final String OVERTAKEN = "{\"overtaken\":true}";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SHOWN = 20;

    /** What would become of somebody's award. */
    record Touched(PersonId person, Effect.What what, Instant at) {}

    /** What would become of the awards of a badge. */
    record Awards(String badge, boolean isNew, long gains, long losses, long moves, long near, List<Touched> some) {}

    static MovingJson read(String json) {
        return new MovingJson(JSON.readTree(json));
    }

    static String problems(List<Problem> problems) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode all = json.putArray("problems");
        problems.forEach(problem -> all.add(problem.toString()));
        return json.toString();
    }

    static String foreseen(Moving.Foreseen foreseen) {
        ObjectNode json = JSON.createObjectNode();
        json.put("basis", foreseen.basis().word());
        ArrayNode changes = json.putArray("changes");
        foreseen.changes().forEach(change -> put(changes.addObject(), change));
        ArrayNode badges = json.putArray("badges");
        foreseen.forecasts().forEach(forecast -> put(badges.addObject(), forecast));
        ArrayNode secrets = json.putArray("secrets");
        foreseen.secrets().forEach(secrets::add);
        ArrayNode configured = json.putArray("configured");
        foreseen.configured().forEach(configured::add);
        return json.toString();
    }

    private static void put(ObjectNode one, SetupChange change) {
        one.put("part", change.part().name())
                .put("name", change.name())
                .put("what", change.what().name());
        ArrayNode lines = one.putArray("lines");
        change.lines().forEach(lines::add);
    }

    private static void put(ObjectNode one, Forecast forecast) {
        one.put("badge", forecast.badge().title())
                .put("new", forecast.what() == What.ADDED)
                .put("gains", forecast.count(Effect.What.GAIN))
                .put("losses", forecast.count(Effect.What.LOSS))
                .put("moves", forecast.count(Effect.What.MOVE))
                .put("near", forecast.near());
        ArrayNode some = one.putArray("some");
        forecast.effects().stream()
                .limit(SHOWN)
                .forEach(effect -> some.addObject()
                        .put("person", effect.person().toString())
                        .put("what", effect.what().name())
                        .put("at", effect.at().toString()));
    }

    boolean isImported() {
        return json.has("imported");
    }

    boolean isOvertaken() {
        return json.has("overtaken");
    }

    /** What a change was foreseen from; empty when none was. */
    Optional<Basis> basis() {
        return Basis.of(text(json, "basis"));
    }

    List<String> problems() {
        return texts("problems");
    }

    List<String> secrets() {
        return texts("secrets");
    }

    List<String> configured() {
        return texts("configured");
    }

    private List<String> texts(String name) {
        return list(json.path(name), one -> one.asString(""));
    }

    List<SetupChange> changes() {
        return list(
                json.path("changes"),
                one -> new SetupChange(
                        Part.valueOf(text(one, "part")),
                        text(one, "name"),
                        What.valueOf(text(one, "what")),
                        list(one.path("lines"), line -> line.asString(""))));
    }

    List<Awards> awards() {
        return list(
                json.path("badges"),
                one -> new Awards(
                        text(one, "badge"),
                        one.path("new").asBoolean(false),
                        one.path("gains").asLong(0),
                        one.path("losses").asLong(0),
                        one.path("moves").asLong(0),
                        one.path("near").asLong(0),
                        list(one.path("some"), MovingJson::touched)));
    }

    private static Touched touched(JsonNode one) {
        return new Touched(
                new PersonId(UUID.fromString(text(one, "person"))),
                Effect.What.valueOf(text(one, "what")),
                Instant.parse(text(one, "at")));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        List<T> list = new ArrayList<>();
        array.forEach(one -> list.add(read.apply(one)));
        return list;
    }

    private static String text(JsonNode of, String name) {
        return of.path(name).asString("");
    }
}
