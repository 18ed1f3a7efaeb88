package org.laurelbridge.bridge.issue.ob3;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.JsonLdOptions.ProcessingPolicy;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.lang.LanguageTag;
import com.apicatalog.jsonld.uri.UriUtils;
import com.apicatalog.jsonld.uri.UriValidationPolicy;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The canonical N-Quads of a document (RDFC-1.0 with SHA-256). Safe mode: what a context does not define would fall out of the
 * signature unseen, so it is refused, names of members and values of types alike. Safe for many threads.
 */
final class Canon {

    private static final Set<String> KEYWORDS = Set.of("@context", "@value", "@language");
    // what is built to take for ever (RDFC-1.0 §7.1) takes millions; a record of a hundred badges takes a few thousand
    private static final int MOST_STEPS = 100_000;

    private final ContextFiles contexts = new ContextFiles();
    // held, or it would be collected with its level; what it warns of quotes what strangers wrote, and is refused here
    private final Logger silent = Logger.getLogger("com.apicatalog");

    Canon() {
        silent.setLevel(Level.OFF);
    }

    /** @throws NotCanonical when it is not JSON-LD, or holds what no context defines */
    String of(String json) {
        try {
            JsonDocument document = JsonDocument.of(new StringReader(json));
            document.getJsonContent().ifPresent(this::requirePlain);
            JsonArray expanded = JsonLd.expand(document).options(options()).get();
            requireAbsolute(expanded);
            return encodable(quads(expanded));
        } catch (JsonLdError e) {
            throw new NotCanonical(words(e), e);
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException | NullPointerException e) {
            // what the library stumbles over
            throw new NotCanonical("the document cannot be read as JSON-LD", e);
        }
    }

    // half a letter would be signed as a question mark
    private static String encodable(String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new NotCanonical("a text holds half a letter (an unpaired surrogate)", null);
        }
        return text;
    }

    private static String words(JsonLdError error) {
        String text = String.valueOf(error.getMessage());
        boolean isUndefined = error.getCode() == JsonLdErrorCode.UNDEFINED_TERM && text.contains("[");
        return isUndefined
                ? "the member \"" + text.substring(text.indexOf('[') + 1, text.indexOf(']'))
                        + "\" is defined by no context"
                : error.getCode() + ": " + text;
    }

    private String quads(JsonArray expanded) throws JsonLdError {
        CanonicalQuads canonical = new CanonicalQuads(MOST_STEPS);
        try {
            JsonLd.toRdf(JsonDocument.of(expanded)).options(options()).provide(canonical);
            return canonical.text();
        } catch (CanonicalQuads.TooManySteps e) {
            throw new NotCanonical("the document has no canonical form", e);
        }
    }

    private JsonLdOptions options() {
        JsonLdOptions options = new JsonLdOptions(contexts);
        options.setUndefinedTermsPolicy(ProcessingPolicy.Fail);
        return options;
    }

    // JSON-LD passes over names that look like its keywords but are none, and reads a name with a colon as an address:
    // a member
    // that is written out as its address would still be signed, but no reader would see it
    private void requirePlain(JsonValue value) {
        if (value instanceof JsonArray array) {
            array.forEach(this::requirePlain);
        } else if (value instanceof JsonObject object) {
            object.forEach((name, member) -> {
                if (name.indexOf(':') >= 0 || (name.startsWith("@") && !KEYWORDS.contains(name))) {
                    throw new NotCanonical("the member \"" + name + "\" is not one of a credential", null);
                }
                if (name.equals("@context")) {
                    requireKnown(member);
                } else {
                    requirePlain(member);
                }
            });
        }
    }

    // a context written out could give the words of a credential another meaning
    private void requireKnown(JsonValue context) {
        if (context instanceof JsonArray array) {
            array.forEach(this::requireKnown);
        } else if (!(context instanceof JsonString address)) {
            throw new NotCanonical("a context is written out, expected its address", null);
        } else if (!contexts.knows(address.getString())) {
            throw NotCanonical.unknownContext(address.getString());
        }
    }

    // a relative or malformed @type or @id is dropped on the way to RDF with all that is said of it, and so is a text
    // of a malformed
    // language; Titanium's own policy looks at terms alone
    private static void requireAbsolute(JsonValue value) {
        if (value instanceof JsonArray array) {
            array.forEach(Canon::requireAbsolute);
        } else if (value instanceof JsonObject object) {
            for (Map.Entry<String, JsonValue> member : object.entrySet()) {
                String key = member.getKey();
                if (key.equals("@id") || key.equals("@type")) {
                    requireIri(key, member.getValue());
                } else if (key.equals("@language")) {
                    requireLanguage(member.getValue());
                } else {
                    requireAbsolute(member.getValue());
                }
            }
        }
    }

    private static void requireIri(String key, JsonValue value) {
        if (value instanceof JsonArray array) {
            array.forEach(item -> requireIri(key, item));
        } else if (value instanceof JsonString text && !isAbsolute(text.getString())) {
            String word = key.equals("@type") ? "type" : "id";
            throw new NotCanonical("the " + word + " \"" + text.getString() + "\" is defined by no context", null);
        }
    }

    private static void requireLanguage(JsonValue value) {
        if (value instanceof JsonString language && !LanguageTag.isWellFormed(language.getString())) {
            throw new NotCanonical("\"" + language.getString() + "\" is no language", null);
        }
    }

    // _:name is nobody's name: it does not reach what is signed
    private static boolean isAbsolute(String text) {
        return !text.startsWith("_:") && UriUtils.isAbsoluteUri(text, UriValidationPolicy.Full);
    }
}
