package org.laurelbridge.webapp.admin;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** What goes with somebody, as people call it: each stands for some kinds of the reports of erasures. */
public enum Gone {
    STATEMENTS("statements", "statements with facts", "quarantined statements"),
    AWARDS("award", "awards"),
    CREDENTIALS("credential", "sharing", "wallet offer", "wallet token", "shared recipient", "received credential"),
    DELIVERIES("delivery", "own grade", "backpack", "backpack way"),
    SAID("attestation", "question", "question mail", "returned work", "course member"),
    ACCOUNTS(
            "account",
            "account login",
            "account password",
            "account role",
            "account language",
            "password link",
            "browser session",
            "sign in try",
            "lti login",
            "lti choice",
            "lti course role",
            "oauth code",
            "oauth token",
            "oauth grant",
            "mail refusal"),
    IDENTITY(
            "person",
            "person identifier",
            "person merge",
            "merged person",
            "told profile",
            "unknown actor",
            "unknown actor candidate"),
    LOG("rows of the audit log"),
    OTHERS_STATEMENTS("statements of others"),
    TEXTS("texts"),
    WORKINGS(
            "award event",
            "announcement",
            "superseded award",
            "rule plan fact",
            "rule plan effect",
            "run person",
            "evaluation",
            "near badge",
            "person news",
            "notice",
            "fact",
            "background run",
            "rule draft",
            "parked");

    /** Each between commas. */
    private final String kinds;

    Gone(String... kinds) {
        this.kinds = "," + String.join(",", kinds) + ",";
    }

    /** Whether it is told what people call this kind. */
    static boolean isKnown(String kind) {
        return Stream.of(values()).anyMatch(one -> one.kinds.contains("," + kind + ","));
    }

    /** How many of each; what is no kind here counts among the workings. */
    static Map<Gone, Long> counts(Map<String, Long> report) {
        Map<Gone, Long> counts = new EnumMap<>(Gone.class);
        report.forEach((kind, count) -> {
            if (count > 0) {
                counts.merge(of(kind), count, Long::sum);
            }
        });
        return counts;
    }

    private static Gone of(String kind) {
        for (Gone one : values()) {
            if (one.kinds.contains("," + kind + ",")) {
                return one;
            }
        }
        return WORKINGS;
    }
}
