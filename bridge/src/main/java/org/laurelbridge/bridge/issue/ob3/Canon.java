package org.laurelbridge.bridge.issue.ob3;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.JsonLdOptions.ProcessingPolicy;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import java.util.Set;

/**
 * The canonical N-Quads of a document (RDFC-1.0 with SHA-256). Safe mode: what a context does not define would fall out of the
 * signature unseen, so it is refused, names of members and values of types alike. Safe for many threads.
 */
final class Canon {

    private static final Set<String> KEYWORDS = Set.of("@context", "@id", "@type", "@value", "@language");

    private final ContextFiles contexts = new ContextFiles();

    /** @throws NotCanonical when it is not JSON-LD, or holds what no context defines */
    String of(String json) {
        try {
            JsonDocument document = JsonDocument.of(new StringReader(json));
            document.getJsonContent().ifPresent(Canon::requirePlain);
            JsonArray expanded = JsonLd.expand(document).options(options()).get();
            requireAbsolute(expanded);
            return quads(expanded);
        } catch (JsonLdError e) {
            throw new NotCanonical(e.getCode() + ": " + e.getMessage(), e);
        }
    }

    private String quads(JsonArray expanded) throws JsonLdError {
        RdfCanon canon = RdfCanon.create("SHA-256");
        JsonLd.toRdf(JsonDocument.of(expanded)).options(options()).provide(canon);
        StringWriter text = new StringWriter();
        try {
            canon.provide(new NQuadsWriter(text));
        } catch (RdfConsumerException e) {
            throw new NotCanonical("the document has no canonical form", e);
        }
        return text.toString();
    }

    private JsonLdOptions options() {
        JsonLdOptions options = new JsonLdOptions(contexts);
        options.setUndefinedTermsPolicy(ProcessingPolicy.Fail);
        return options;
    }

    // JSON-LD passes over names that look like its keywords but are none
    private static void requirePlain(JsonValue value) {
        if (value instanceof JsonArray array) {
            array.forEach(Canon::requirePlain);
        } else if (value instanceof JsonObject object) {
            object.forEach((name, member) -> {
                if (name.startsWith("@") && !KEYWORDS.contains(name)) {
                    throw new NotCanonical("the member \"" + name + "\" is not one of a credential", null);
                }
                requirePlain(member);
            });
        }
    }

    // a relative @type or @id is dropped on the way to RDF; Titanium's own policy looks at terms alone
    private static void requireAbsolute(JsonValue value) {
        if (value instanceof JsonArray array) {
            array.forEach(Canon::requireAbsolute);
        } else if (value instanceof JsonObject object) {
            for (Map.Entry<String, JsonValue> member : object.entrySet()) {
                String key = member.getKey();
                if (key.equals("@id") || key.equals("@type")) {
                    requireIri(key, member.getValue());
                } else {
                    requireAbsolute(member.getValue());
                }
            }
        }
    }

    private static void requireIri(String key, JsonValue value) {
        if (value instanceof JsonArray array) {
            array.forEach(item -> requireIri(key, item));
        } else if (value instanceof JsonString text && text.getString().indexOf(':') < 1) {
            String word = key.equals("@type") ? "type" : "id";
            throw new NotCanonical("the " + word + " \"" + text.getString() + "\" is defined by no context", null);
        }
    }
}
