package org.laurelbridge.bridge.verify.ob3;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.verify.key.Documents;
import org.laurelbridge.bridge.verify.report.Moments;
import org.laurelbridge.bridge.verify.report.Recipients;
import org.laurelbridge.bridge.verify.report.Recipients.Identity;
import org.laurelbridge.bridge.verify.report.Shown;
import org.laurelbridge.bridge.verify.report.Shown.Alignment;
import org.laurelbridge.bridge.verify.report.Shown.Dates;
import org.laurelbridge.bridge.verify.report.Shown.Details;
import org.laurelbridge.bridge.verify.report.Shown.Evidence;
import org.laurelbridge.bridge.verify.report.Shown.Result;
import tools.jackson.databind.JsonNode;

/** What a credential of Open Badges 3.0 or CLR 2.0 says, for a human. */
final class Said {

    private static final int MOST = 50;
    private static final String MAIL = "mailto:";

    private Said() {}

    static Shown of(JsonNode credential, String format) {
        JsonNode subject = subject(credential);
        JsonNode achievement = subject.path("achievement");
        JsonNode criteria = achievement.path("criteria");
        return new Shown(
                format,
                first(text(achievement, "name"), text(credential, "name")),
                first(
                        text(achievement, "description"),
                        text(credential, "description"),
                        text(subject, "endorsementComment")),
                text(achievement, "achievementType"),
                text(criteria, "narrative"),
                text(criteria, "id"),
                image(subject, achievement, credential),
                issuer(credential),
                new Dates(Moments.of(credential, "awardedDate"), Validity.start(credential), Validity.end(credential)),
                alignments(achievement),
                results(subject, achievement),
                evidence(credential),
                details(credential, achievement));
    }

    static Recipients recipients(JsonNode credential) {
        List<Identity> identities = new ArrayList<>();
        String id = Documents.textOrEmpty(subject(credential), "id");
        if (id.startsWith(MAIL)) {
            identities.add(new Identity("emailAddress", false, id.substring(MAIL.length()), ""));
        }
        for (JsonNode identity : Documents.many(subject(credential), "identifier").stream()
                .limit(MOST)
                .toList()) {
            String value = Documents.textOrEmpty(identity, "identityHash");
            if (!value.isEmpty()) {
                identities.add(new Identity(
                        Documents.textOrEmpty(identity, "identityType"),
                        identity.path("hashed").asBoolean(false),
                        value,
                        Documents.textOrEmpty(identity, "salt")));
            }
        }
        return new Recipients(List.copyOf(identities));
    }

    /** Who endorses: the name that it gives itself, and its id. */
    static String endorser(JsonNode credential) {
        String id = Documents.id(credential, "issuer");
        String name = first(text(credential.path("issuer"), "name"));
        return name.isEmpty() ? id : name + " (" + id + ")";
    }

    static JsonNode subject(JsonNode credential) {
        JsonNode subject = credential.path("credentialSubject");
        return subject.isArray() ? subject.path(0) : subject;
    }

    private static Shown.Issuer issuer(JsonNode credential) {
        JsonNode issuer = credential.path("issuer");
        return new Shown.Issuer(Documents.id(credential, "issuer"), first(text(issuer, "name")), text(issuer, "url"));
    }

    private static @Nullable String image(JsonNode subject, JsonNode achievement, JsonNode credential) {
        return Stream.of(achievement, subject, credential)
                .map(node -> Documents.id(node, "image"))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static List<Alignment> alignments(JsonNode achievement) {
        return Documents.many(achievement, "alignment").stream()
                .limit(MOST)
                .map(alignment -> new Alignment(
                        first(text(alignment, "targetName")),
                        text(alignment, "targetUrl"),
                        text(alignment, "targetFramework"),
                        text(alignment, "targetCode")))
                .toList();
    }

    private static List<Result> results(JsonNode subject, JsonNode achievement) {
        return Documents.many(subject, "result").stream()
                .limit(MOST)
                .map(result -> result(result, achievement))
                .toList();
    }

    private static Result result(JsonNode result, JsonNode achievement) {
        String id = Documents.textOrEmpty(result, "resultDescription");
        JsonNode description = Documents.many(achievement, "resultDescription").stream()
                .filter(one -> !id.isEmpty() && Documents.textOrEmpty(one, "id").equals(id))
                .findFirst()
                .orElse(result);
        String value =
                first(text(result, "value"), text(result, "status"), level(description, text(result, "achievedLevel")));
        String required =
                first(text(description, "requiredValue"), level(description, text(description, "requiredLevel")));
        return new Result(
                first(text(description, "name"), text(description, "resultType")),
                value.isEmpty() ? null : value,
                required.isEmpty() ? null : required);
    }

    /** What people call a level of a rubric; its id where it has no name. */
    private static @Nullable String level(JsonNode description, @Nullable String id) {
        return Documents.many(description, "rubricCriterionLevel").stream()
                .filter(level ->
                        id != null && Documents.textOrEmpty(level, "id").equals(id))
                .map(level -> text(level, "name"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(id);
    }

    private static List<Evidence> evidence(JsonNode credential) {
        return Documents.many(credential, "evidence").stream()
                .limit(MOST)
                .map(evidence ->
                        new Evidence(text(evidence, "name"), text(evidence, "narrative"), text(evidence, "id")))
                .toList();
    }

    private static Details details(JsonNode credential, JsonNode achievement) {
        JsonNode credits = achievement.path("creditsAvailable");
        return new Details(
                text(credential, "id"),
                text(achievement, "version"),
                text(achievement, "inLanguage"),
                credits.isNumber() ? credits.asString() : null,
                Documents.many(achievement, "tag").stream()
                        .limit(MOST)
                        .map(tag -> tag.asString(""))
                        .toList());
    }

    /** A text, also as a value with its language; of several the first. */
    private static @Nullable String text(JsonNode node, String member) {
        JsonNode value = node.path(member);
        JsonNode one = value.isArray() ? value.path(0) : value;
        return one.isObject() ? Documents.text(one, "@value") : one.isString() ? one.asString() : null;
    }

    private static String first(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null) {
                return text;
            }
        }
        return "";
    }
}
