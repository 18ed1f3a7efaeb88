package org.laurelbridge.bridge.map;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Optional;
import org.laurelbridge.document.DocumentReader;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;
import org.laurelbridge.mapping.MappingReader;
import org.laurelbridge.rule.RuleReader;
import org.laurelbridge.rule.RuleSchema;
import org.laurelbridge.rule.Vocabulary;
import org.laurelbridge.xapi.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLSchema;

/** What the reader says of a document, and what an editor says that has the published schema. */
final class BothReaders {
    static final List<String> ACTIVITIES = List.of("k8s-quiz", "exam", "lab-1", "lab-2");
    private static final String MAPPING = """
            brl: 1
            kind: mapping
            name: m
            version: 1
            verbs: {flagged: "https://proctor.example/flagged"}
            score: {grades: {A: 90%, B: 80%}}
            activities:
              k8s-quiz: {match: {id: "https://lms.example/1"}}
              exam: {match: {id: "https://lms.example/2"}}
              lab-1: {match: {id: "https://lms.example/3"}}
              lab-2: {match: {id: "https://lms.example/4"}}
              netsec:
                match: {id: "https://lms.example/5"}
                structure: {netsec-1: {publisher: "https://lms.example/6", moveOn: Passed}}
            """;

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .yamlSchema(YAMLSchema.CORE)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(RuleSchema.text());
    private final RuleReader rules = new RuleReader(
            Vocabulary.of(MappingReader.read("m.yaml", MAPPING).mapping().orElseThrow()));

    /** The problems that the reader tells; none when it takes the document. */
    List<Problem> told(String text) {
        Problems problems = new Problems();
        Optional<Node> document = DocumentReader.readOne("t.yaml", text, problems);
        if (!problems.isEmpty() || document.isEmpty()) {
            return problems.list();
        }
        return isMapping(document.get())
                ? MappingReader.read(document.get(), text).problems()
                : rules.read(document.get(), text).problems();
    }

    /** What the schema has against the document; none when it takes it. */
    List<String> refused(String text) {
        try {
            JsonNode document = YAML.readTree(text);
            return schema.validate(document).stream().map(Error::toString).toList();
        } catch (JacksonException noYaml) {
            return List.of(noYaml.getOriginalMessage());
        }
    }

    /** What the specification of JSON Schema has against the schema itself. */
    List<String> brokenSchema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(YAML.readTree(RuleSchema.text()))
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static boolean isMapping(Node document) {
        Node.Entry kind =
                document instanceof Node.Entries entries ? entries.byKey().get("kind") : null;
        return kind != null
                && kind.value() instanceof Node.Text text
                && text.value().equals("mapping");
    }
}
