package org.laurelbridge.xapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.StatementObject.Activity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where and under what circumstances (1.0.3 Data 2.4.6, 2.0 §4.2.2.5). Its caller excuses its faults. */
final class ContextReader {
    private static final Set<String> IN_FIRST = Set.of(
            "registration",
            "instructor",
            "team",
            "contextActivities",
            "revision",
            "platform",
            "language",
            "statement",
            "extensions");
    private static final Set<String> IN_SECOND = Set.of(
            "registration",
            "instructor",
            "team",
            "contextActivities",
            "contextAgents",
            "contextGroups",
            "revision",
            "platform",
            "language",
            "statement",
            "extensions");
    private static final Set<String> RELATIONS = Set.of("parent", "grouping", "category", "other");

    private final Checker check;
    private final Fields fields;
    private final Maps maps;
    private final ActorReader actors;
    private final ActivityReader activities;
    private final ObjectReader objects;

    ContextReader(Checker check, Fields fields, ActorReader actors, ActivityReader activities, ObjectReader objects) {
        this.check = check;
        this.fields = fields;
        this.maps = new Maps(check, fields);
        this.actors = actors;
        this.activities = activities;
        this.objects = objects;
    }

    /** The context of a statement about an activity or about something else. */
    @Nullable
    Context read(@Nullable JsonNode node, boolean aboutActivity) {
        if (node == null) {
            return null;
        }
        check.enter("context");
        Set<String> allowed = check.version() == XapiVersion.V1_0 ? IN_FIRST : IN_SECOND;
        ObjectNode context = fields.object(node, allowed, Clause.CONTEXT);
        Context read = context == null ? null : context(context, aboutActivity);
        check.leave();
        return read;
    }

    private Context context(ObjectNode context, boolean aboutActivity) {
        checkOfActivity(context, "revision", aboutActivity);
        checkOfActivity(context, "platform", aboutActivity);
        checkLanguage(fields.text(context, "language", Clause.CONTEXT));
        actors.onlyGroup("team", fields.member(context, "team"));
        if (check.version() == XapiVersion.V2_0) {
            new ContextActorsReader(check, fields, actors).check(context);
        }
        ObjectNode related = related(fields.member(context, "contextActivities"));
        return new Context(
                fields.uuid(context, "registration", Clause.CONTEXT),
                actors.either("instructor", fields.member(context, "instructor")),
                activities(related, "parent"),
                activities(related, "grouping"),
                activities(related, "category"),
                activities(related, "other"),
                statement(fields.member(context, "statement")),
                maps.extensions(context, Clause.CONTEXT));
    }

    private void checkOfActivity(ObjectNode context, String name, boolean aboutActivity) {
        String text = fields.text(context, name, Clause.CONTEXT);
        if (text != null && !aboutActivity) {
            fields.wrong(name, Checker.quote(text), "none, since the object is no Activity", Clause.CONTEXT);
        }
    }

    private void checkLanguage(@Nullable String tag) {
        if (tag != null && !LanguageTag.isWellFormed(tag)) {
            fields.wrong("language", Checker.quote(tag), "a language tag (RFC 5646)", Clause.CONTEXT);
        }
    }

    private @Nullable UUID statement(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        check.enter("statement");
        UUID id = objects.reference(node);
        check.leave();
        return id;
    }

    private @Nullable ObjectNode related(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        check.enter("contextActivities");
        ObjectNode related = fields.object(node, RELATIONS, Clause.CONTEXT_ACTIVITIES);
        check.leave();
        return related;
    }

    private List<Activity> activities(@Nullable ObjectNode related, String relation) {
        if (related == null) {
            return List.of();
        }
        check.enter("contextActivities");
        JsonNode node = fields.member(related, relation);
        check.enter(relation);
        List<Activity> found = new ArrayList<>(node == null ? 0 : node.size());
        if (node != null && node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                check.enter(index);
                add(found, node.get(index));
                check.leave();
            }
        } else if (node != null) {
            add(found, node);
        }
        check.leave();
        check.leave();
        return found;
    }

    private void add(List<Activity> found, JsonNode node) {
        Activity activity = activities.read(node);
        if (activity != null) {
            found.add(activity);
        }
    }
}
