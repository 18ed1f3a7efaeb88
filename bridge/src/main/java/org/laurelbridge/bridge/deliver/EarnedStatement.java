package org.laurelbridge.bridge.deliver;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.mapping.Identifier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the statements that say what was earned, and that it is not any more, as JSON of xAPI 1.0.3. */
final class EarnedStatement {

    private static final String EARNED = "https://openbadgespec.org/xapi/verbs/earned";
    private static final String VOIDED = "http://adlnet.gov/expapi/verbs/voided";
    private static final String BADGE = "http://activitystrea.ms/schema/1.0/badge";

    /** What an LRS most likely knows a learner as. */
    private static final List<String> BEST_FIRST =
            List.of("account", "id", "username", "email", "openid", "mbox_sha1sum", "idnumber");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final String publicUrl;

    EarnedStatement(URI publicUrl) {
        String text = publicUrl.toString();
        this.publicUrl = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** That the learner earned the badge, when the rule became true. */
    String earned(UUID id, Delivery delivery) {
        Award award = delivery.award();
        ObjectNode statement = MAPPER.createObjectNode();
        statement.put("id", id.toString());
        statement.set("actor", learner(delivery.person()));
        statement.set("verb", verb(EARNED, "earned"));
        ObjectNode object = statement.putObject("object");
        object.put("id", publicUrl + "/badges/" + award.badge() + "/" + award.badgeVersion());
        ObjectNode definition = object.putObject("definition");
        definition.put("type", BADGE);
        definition.putObject("name").put("en", delivery.badgeTitle());
        ObjectNode context = statement.putObject("context");
        context.put("platform", "Laurel");
        evidence(context, award.evidence());
        statement.put("timestamp", award.earnedAt().toString());
        return statement.toString();
    }

    /** That an earlier statement holds no more (xAPI 1.0.3 Data 2.3.2). */
    String voiding(UUID id, UUID target, Instant at) {
        ObjectNode statement = MAPPER.createObjectNode();
        statement.put("id", id.toString());
        ObjectNode actor = statement.putObject("actor");
        actor.put("objectType", "Agent");
        actor.set("account", account(publicUrl, "laurel"));
        statement.set("verb", verb(VOIDED, "voided"));
        statement.putObject("object").put("objectType", "StatementRef").put("id", target.toString());
        statement.put("timestamp", at.toString());
        return statement.toString();
    }

    /** One statement as the context's own; several as extension, for a context holds one. */
    private void evidence(ObjectNode context, List<UUID> statements) {
        if (statements.isEmpty()) {
            return;
        }
        context.putObject("statement")
                .put("objectType", "StatementRef")
                .put("id", statements.get(statements.size() - 1).toString());
        ArrayNode all = context.putObject("extensions").putArray(publicUrl + "/xapi/evidence");
        statements.forEach(statement -> all.add(statement.toString()));
    }

    private static ObjectNode verb(String id, String word) {
        ObjectNode verb = MAPPER.createObjectNode();
        verb.put("id", id);
        verb.putObject("display").put("en", word);
        return verb;
    }

    private ObjectNode learner(Person person) {
        ObjectNode agent = MAPPER.createObjectNode();
        agent.put("objectType", "Agent");
        Optional<Identifier> best = person.identifiers().stream()
                .filter(identifier -> BEST_FIRST.contains(identifier.kind()))
                .min(Comparator.comparingInt((Identifier identifier) -> BEST_FIRST.indexOf(identifier.kind()))
                        .thenComparing(Identifier::scope)
                        .thenComparing(Identifier::value));
        if (best.isEmpty()) {
            agent.set("account", account(publicUrl, person.id().toString()));
            return agent;
        }
        Identifier identifier = best.get();
        switch (identifier.kind()) {
            case "email" -> agent.put("mbox", "mailto:" + identifier.value());
            case "openid", "mbox_sha1sum" -> agent.put(identifier.kind(), identifier.value());
            default -> agent.set("account", account(identifier.scope(), identifier.value()));
        }
        return agent;
    }

    private static ObjectNode account(String homePage, String name) {
        ObjectNode account = MAPPER.createObjectNode();
        account.put("homePage", homePage);
        account.put("name", name);
        return account;
    }
}
