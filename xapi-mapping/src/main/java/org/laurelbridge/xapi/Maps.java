package org.laurelbridge.xapi;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The objects whose keys the sender chooses: language maps and extensions (1.0.3 Data 4.1 and 4.2). */
final class Maps {
    private final Checker check;
    private final Fields fields;

    Maps(Checker check, Fields fields) {
        this.check = check;
        this.fields = fields;
    }

    /** Checks an object from language tags to strings (1.0.3 Data 4.2). */
    void languageMap(ObjectNode of, String name, Clause clause) {
        JsonNode node = fields.member(of, name);
        if (node != null) {
            checkLanguages(name, node, clause);
        }
    }

    void checkLanguages(String name, JsonNode node, Clause clause) {
        check.enter(name);
        if (node instanceof ObjectNode map) {
            map.forEachEntry(this::checkLanguage);
        } else {
            check.fault(node, "an object from language tags to strings", clause);
        }
        check.leave();
    }

    private void checkLanguage(String tag, JsonNode text) {
        check.enter(tag);
        if (!LanguageTag.isWellFormed(tag)) {
            check.slip("the key " + Checker.quote(tag), "a language tag (RFC 5646)", Clause.LANGUAGE);
        }
        if (!text.isString()) {
            check.fault(text, "a string", Clause.LANGUAGE);
        }
        check.leave();
    }

    /** Never null: empty when there are none, or none that are an object. */
    ObjectNode extensions(ObjectNode of, Clause clause) {
        JsonNode node = fields.member(of, "extensions");
        if (!(node instanceof ObjectNode map)) {
            if (node != null) {
                fields.wrong("extensions", node, "an object with IRIs as keys", clause);
            }
            return JsonNodeFactory.instance.objectNode();
        }
        check.enter("extensions");
        for (String key : map.propertyNames()) {
            if (Iri.judge(key) != Iri.Quality.GOOD) {
                check.enter(key);
                check.slip("the key " + Checker.quote(key), "an IRI (RFC 3987)", Clause.EXTENSIONS);
                check.leave();
            }
        }
        check.leave();
        return map;
    }
}
