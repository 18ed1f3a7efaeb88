package org.laurelbridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.laurelbridge.document.DocumentReader;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Problems;
import org.laurelbridge.xapi.Reading;
import org.laurelbridge.xapi.Statement;
import org.laurelbridge.xapi.StatementObject;
import org.laurelbridge.xapi.StatementReader;
import org.laurelbridge.xapi.XapiVersion;
import tools.jackson.databind.json.JsonMapper;

/** Mappings and statements as tests write them. */
final class Mappings {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final UUID ID = UUID.fromString("6a1b7c1e-0000-4000-8000-000000000001");

    private Mappings() {}

    static Mapping of(String body) {
        MappingReader.Answer answer =
                MappingReader.read("m.yaml", "brl: 1\nkind: mapping\nname: m\nversion: 1\n" + body);
        assertThat(answer.problems()).isEmpty();
        return answer.mapping().orElseThrow();
    }

    static ScorePolicy scores(String yaml) {
        Problems problems = new Problems();
        MappingDraft draft = new MappingDraft();
        DocumentReader.readOne("s.yaml", yaml, problems)
                .ifPresent(node -> new ScoreSection(draft).score(Fields.of(node, problems)));
        assertThat(problems.list()).isEmpty();
        return draft.score;
    }

    static Mapped map(Mapping mapping, String json) {
        return mapping.map(recorded(json, NOW));
    }

    private static Statement statement(String json) {
        Reading reading = new StatementReader(StatementReader.Manner.STRICT, XapiVersion.V1_0)
                .read(new JsonMapper().readTree(json));
        assertThat(reading.problems()).isEmpty();
        return ((Reading.Usable) reading).statement();
    }

    static RecordedStatement recorded(String json, Instant at) {
        Statement statement = statement(json);
        Set<String> types = statement.object() instanceof StatementObject.Activity activity && activity.type() != null
                ? Set.of(activity.type())
                : Set.of();
        return new RecordedStatement(ID, statement, types, at, NOW, Set.of("moodle"));
    }

    /** The one fact that a statement makes. */
    static Fact only(Mapping mapping, String statement) {
        Mapped mapped = map(mapping, statement);
        assertThat(mapped.facts()).hasSize(1);
        return mapped.facts().get(0);
    }

    /** A statement of somebody; {@code more} are its other members. */
    static String statement(String verb, String object, String more) {
        return "{\"actor\": {\"mbox\": \"mailto:a@example.org\"}, \"verb\": {\"id\": \"" + verb
                + "\"}, \"object\": {\"id\": \"" + object + "\"}" + (more.isEmpty() ? "" : ", " + more) + "}";
    }
}
