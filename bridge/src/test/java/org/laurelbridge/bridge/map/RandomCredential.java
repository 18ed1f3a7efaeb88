package org.laurelbridge.bridge.map;

import static org.laurelbridge.bridge.map.Dice.map;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Grows what a credential tells of a badge besides its rule. */
record RandomCredential(Dice dice) {

    Map<String, Object> credential() {
        Map<String, Object> credential = new LinkedHashMap<>();
        dice.maybe(credential, "type", () -> dice.one("MicroCredential", "Badge", "ext:Own-1.x"));
        dice.maybe(credential, "credits", () -> dice.one(1, 2.5, 1000));
        dice.maybe(credential, "ects", () -> dice.one(0.01, 5));
        dice.maybe(credential, "workload", () -> dice.one(125, 100_000));
        dice.maybe(credential, "eqf", () -> dice.from(1, 8));
        dice.maybe(credential, "outcomes", () -> dice.some(2, () -> "Runs workloads."));
        dice.maybe(credential, "participation", () -> dice.one("online", "on-site", "blended"));
        dice.maybe(credential, "quality", () -> "Accredited.");
        dice.maybe(credential, "supervision", () -> "Passport shown.");
        dice.maybe(credential, "prerequisites", () -> "None.");
        dice.maybe(credential, "stackable", () -> "To the diploma.");
        dice.maybe(credential, "field", () -> "Informatics");
        dice.maybe(credential, "code", () -> "K8S-1");
        dice.maybe(credential, "tags", () -> List.of("k8s", "cloud"));
        dice.maybe(credential, "criteria", () -> "**Pass** the quiz.");
        if (dice.oneIn(3)) {
            credential.put("language", "en");
            dice.maybe(credential, "translations", () -> map("de", translation(), "fr", translation()));
        }
        return credential;
    }

    Map<String, Object> alignment() {
        Map<String, Object> alignment = map("framework", "NICE", "code", "T0161");
        dice.maybe(alignment, "name", () -> "Runs clusters");
        dice.maybe(alignment, "url", () -> dice.one("https://nice.example/T0161", "http://a.example/?b=c#d"));
        dice.maybe(alignment, "type", () -> dice.one("CFItem", "ceasn:Competency", "ext:Task"));
        dice.maybe(alignment, "description", () -> "All of it.");
        return alignment;
    }

    private Map<String, Object> translation() {
        Map<String, Object> translation = map("title", "Grundlagen");
        dice.maybe(translation, "description", () -> "Ein Satz.");
        dice.maybe(translation, "criteria", () -> "Bestehen.");
        return translation;
    }
}
