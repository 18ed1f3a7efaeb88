package org.laurelbridge.xapi;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A kept statement as an LRS shows it: as sent, with what an LRS assigns (1.0.3 Data 2.3.1, 2.0 §4.2.4.2). */
public final class StatementView {
    private static final List<String> TIMES = List.of("timestamp", "stored");
    private static final List<String> RELATIONS = List.of("parent", "grouping", "category", "other");

    private final XapiVersion version;

    /** Shows statements by the rules of the version that the request speaks. */
    public StatementView(XapiVersion version) {
        this.version = version;
    }

    /**
     * The JSON to show; what was sent stays as it is. Id and stored are set whatever was sent, timestamp and version where
     * absent, single context activities become arrays (1.0.3 Data 2.4.6.2); under 2.0 times are in UTC.
     *
     * @param authority who vouches for it: stands in the place of what was sent; null leaves that
     */
    public ObjectNode show(ObjectNode sent, UUID id, Instant stored, @Nullable ObjectNode authority) {
        ObjectNode shown = sent.deepCopy();
        shown.put("id", id.toString());
        shown.put("stored", stored.toString());
        if (Essence.text(sent, "timestamp") == null) {
            shown.put("timestamp", stored.toString());
        }
        if (authority != null) {
            shown.set("authority", authority.deepCopy());
        }
        if (Essence.text(sent, "version") == null) {
            shown.put("version", version.ofStatements());
        }
        inUtc(shown);
        listContextActivities(shown);
        if (shown.get("object") instanceof ObjectNode object
                && "SubStatement".equals(Essence.text(object, "objectType"))) {
            inUtc(object);
            listContextActivities(object);
        }
        return shown;
    }

    private void inUtc(ObjectNode statement) {
        if (version == XapiVersion.V1_0) {
            return;
        }
        for (String name : TIMES) {
            String time = Essence.text(statement, name);
            Instant instant = time == null ? null : Timestamp.parse(time);
            if (instant != null) {
                statement.put(name, instant.toString());
            }
        }
    }

    private static void listContextActivities(ObjectNode statement) {
        if (statement.at("/context/contextActivities") instanceof ObjectNode related) {
            for (String relation : RELATIONS) {
                JsonNode given = related.get(relation);
                if (given instanceof ObjectNode single) {
                    related.set(relation, JsonNodeFactory.instance.arrayNode().add(single));
                }
            }
        }
    }
}
