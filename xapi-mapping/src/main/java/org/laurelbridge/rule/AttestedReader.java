package org.laurelbridge.rule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;
import org.laurelbridge.document.Span;

/** Reads conditions on what is attested: other badges, what the LMS knows, what people approve and hand in. */
final class AttestedReader {
    private static final List<String> STATES = List.of("valid", "everHeld");
    private static final List<String> EVIDENCE_KINDS = List.of("url", "file", "text");
    private static final int MOST = 100;

    private final String badge;
    private final ScopeReader scopes;
    private final Problems problems;

    /** @param badge the id of the badge whose rule is read */
    AttestedReader(String badge, ScopeReader scopes, Problems problems) {
        this.badge = badge;
        this.scopes = scopes;
        this.problems = problems;
    }

    /** {@code {badge: B, state: valid}} or {@code {of: [B, C], n: 2, heldFor: 90d}}. */
    Optional<Condition> holds(Node node) {
        Fields fields = Fields.of(node, problems);
        boolean several = fields.node("of").isPresent();
        Set<String> badges = several ? badges(fields) : badge(fields.require("badge"));
        long needed = several && fields.node("n").isPresent()
                ? fields.whole("n", 1, Math.max(1, badges.size())).orElse(1L)
                : Math.max(1, badges.size());
        Optional<Lasting> lasting = lasting(fields);
        Optional<String> as = scopes.as(fields);
        fields.finish();
        return badges.isEmpty()
                ? Optional.empty()
                : lasting.map(time -> new Attested(
                        Topic.HOLDS, List.copyOf(badges), null, null, (int) needed, time, as.orElse(null)));
    }

    private Set<String> badge(Fields fields) {
        Set<String> badges = new LinkedHashSet<>();
        fields.node("badge").ifPresent(node -> add(node, badges));
        return badges;
    }

    private Set<String> badges(Fields fields) {
        Set<String> badges = new LinkedHashSet<>();
        List<Node> nodes = fields.list("of");
        nodes.forEach(node -> add(node, badges));
        if (nodes.isEmpty()) {
            fields.node("of").ifPresent(node -> problems.add(node, "at least one badge"));
        }
        return badges;
    }

    private void add(Node node, Set<String> badges) {
        scopes.values().text(node).ifPresent(other -> {
            if (other.equals(badge)) {
                problems.add(node, "another badge: nobody could be the first to hold this one");
            } else if (!badges.add(other)) {
                problems.add(node, "every badge once");
            }
        });
    }

    private Optional<Lasting> lasting(Fields fields) {
        Optional<Span> heldFor = fields.span("heldFor");
        boolean ever = fields.word("state", STATES)
                .filter(state -> state.equals("everHeld"))
                .isPresent();
        if (ever && heldFor.isPresent()) {
            fields.node("heldFor").ifPresent(node -> problems.add(node, "no heldFor beside state: everHeld"));
            return Optional.empty();
        }
        return Optional.of(ever ? Lasting.EVER : new Lasting(false, heldFor.orElse(null)));
    }

    /** {@code {cohort: X}}. */
    Optional<Condition> member(Node node) {
        Fields fields = Fields.of(node, problems).require("cohort");
        return one(Topic.MEMBER, fields, fields.text("cohort"), null);
    }

    /** {@code X}, or {@code {course: X}}. */
    Optional<Condition> enrolled(Node node) {
        if (!(node instanceof Node.Entries)) {
            return scopes.values()
                    .text(node)
                    .map(course -> new Attested(Topic.ENROLLED, List.of(course), null, null, 1, Lasting.NOW, null));
        }
        Fields fields = Fields.of(node, problems).require("course");
        return one(Topic.ENROLLED, fields, fields.text("course"), null);
    }

    /** {@code {field: x, is: y}}. */
    Optional<Condition> profile(Node node) {
        Fields fields = Fields.of(node, problems).require("field", "is");
        Optional<String> is = fields.text("is");
        Optional<Condition> condition = one(Topic.PROFILE, fields, fields.text("field"), is.orElse(null));
        return is.isEmpty() ? Optional.empty() : condition;
    }

    /** {@code {id: X, level: proficient}}; without a level, any. */
    Optional<Condition> competency(Node node) {
        Fields fields = Fields.of(node, problems).require("id");
        return one(
                Topic.COMPETENCY,
                fields,
                fields.text("id"),
                fields.text("level").orElse(null));
    }

    private Optional<Condition> one(Topic topic, Fields fields, Optional<String> subject, @Nullable String value) {
        Optional<String> as = scopes.as(fields);
        fields.finish();
        return subject.map(name -> new Attested(topic, List.of(name), value, null, 1, Lasting.NOW, as.orElse(null)));
    }

    /** {@code {by: instructor, n: 2, rubric: r1}}. */
    Optional<Condition> approved(Node node) {
        Fields fields = Fields.of(node, problems).require("by");
        Optional<String> by = fields.text("by");
        Optional<String> rubric = fields.text("rubric");
        long needed = number(fields, "n");
        Optional<String> as = scopes.as(fields);
        fields.finish();
        return by.map(role -> new Attested(
                Topic.APPROVED, List.of(badge), role, rubric.orElse(null), (int) needed, Lasting.NOW, as.orElse(null)));
    }

    /** {@code {kind: url, atLeast: 1}}. */
    Optional<Condition> evidence(Node node) {
        Fields fields = Fields.of(node, problems);
        Optional<String> kind = fields.word("kind", EVIDENCE_KINDS);
        long needed = number(fields, "atLeast");
        Optional<String> as = scopes.as(fields);
        fields.finish();
        return Optional.of(new Attested(
                Topic.EVIDENCE, List.of(badge), kind.orElse(null), null, (int) needed, Lasting.NOW, as.orElse(null)));
    }

    private static long number(Fields fields, String key) {
        return fields.node(key).isEmpty() ? 1 : fields.whole(key, 1, MOST).orElse(1L);
    }
}
