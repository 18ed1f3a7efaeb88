package org.laurelbridge.rule;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;
import org.laurelbridge.document.Span;
import org.laurelbridge.document.Values;

/** Reads which facts a condition is about: the activity, and the modifiers that narrow it. */
final class ScopeReader {
    private static final int LONGEST_NAME = 100;
    private static final int MOST_DAYS = 36_500;

    private final Vocabulary vocabulary;
    private final Problems problems;
    private final Values values;
    private final ZoneId zone;
    private final Map<String, Node> names = new LinkedHashMap<>();
    private final List<Node> references = new ArrayList<>();
    private boolean isRenewal;

    /** @param zone in which days begin, unless a condition says otherwise */
    ScopeReader(Vocabulary vocabulary, Problems problems, ZoneId zone) {
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.values = new Values(problems);
        this.zone = zone;
    }

    ZoneId zone() {
        return zone;
    }

    Values values() {
        return values;
    }

    /** From now on, conditions may say {@code inWindow: true}. */
    void allowInWindow() {
        isRenewal = true;
    }

    /** {@code A}: all facts of an activity. */
    Optional<Scope> plain(Node node) {
        return label(node).map(Scope::of);
    }

    /** {@code on} and the modifiers of a condition's fields. */
    Optional<Scope> narrowed(Fields fields) {
        Optional<String> on = fields.require("on").node("on").flatMap(this::label);
        Optional<String> from = fields.text("from");
        boolean proctored = fields.truth("proctored").orElse(false);
        Window window = window(fields);
        boolean shared = fields.word("registration", List.of("same")).isPresent();
        boolean inWindow = fields.truth("inWindow").orElse(false);
        if (inWindow && !isRenewal) {
            fields.node("inWindow")
                    .ifPresent(node -> problems.add(
                            node.place(),
                            "inWindow outside of a renewal",
                            "inWindow in conditions of renew: {when: …}"));
        }
        Optional<String> as = as(fields);
        return on.map(
                label -> new Scope(label, from.orElse(null), proctored, window, shared, inWindow, as.orElse(null)));
    }

    /** The name of a condition. */
    Optional<String> as(Fields fields) {
        return fields.node("as").flatMap(this::name);
    }

    private Window window(Fields fields) {
        Optional<LocalDate> since = fields.date("since");
        Optional<LocalDate> until = fields.date("until");
        if (since.isPresent() && until.isPresent() && until.get().isBefore(since.get())) {
            fields.node("until").ifPresent(node -> problems.add(node, "a day no earlier than since, " + since.get()));
        }
        Optional<Window.Within> within =
                fields.node("within").map(values::fields).flatMap(this::within);
        Optional<Span> inLast = fields.span("inLast").filter(span -> isSome(span, fields));
        return new Window(since.orElse(null), until.orElse(null), within.orElse(null), inLast.orElse(null), zone);
    }

    private boolean isSome(Span span, Fields fields) {
        if (span.isZero()) {
            fields.node("inLast").ifPresent(node -> problems.add(node, "more than nothing, as 90d"));
        }
        return !span.isZero();
    }

    private Optional<Window.Within> within(Fields fields) {
        fields.require("days", "after");
        Optional<Long> days = fields.whole("days", 1, MOST_DAYS);
        Optional<String> after = fields.text("after");
        fields.node("after").ifPresent(references::add);
        fields.finish();
        return days.flatMap(many -> after.map(name -> new Window.Within(many.intValue(), name)));
    }

    private Optional<String> name(Node node) {
        Optional<String> name = values.text(node);
        if (name.isPresent() && name.get().codePointCount(0, name.get().length()) > LONGEST_NAME) {
            problems.add(node, "a name of up to " + LONGEST_NAME + " characters");
            return Optional.empty();
        }
        if (name.isPresent() && names.putIfAbsent(name.get(), node) != null) {
            problems.add(node, "a name of its own: \"" + name.get() + "\" is taken in this rule");
        }
        return name;
    }

    /** Once the rule is read: tells names that no condition has. */
    void finish() {
        for (Node reference : references) {
            if (reference instanceof Node.Text text && !names.containsKey(text.value())) {
                problems.add(
                        reference,
                        "the name (as:) of a condition of this rule" + Language.meant(text.value(), names.keySet()));
            }
        }
    }

    private Optional<String> label(Node node) {
        return values.text(node)
                .filter(label -> vocabulary.allowsActivity(label)
                        || Language.tellUnknown(
                                node,
                                "activity",
                                vocabulary.activities(),
                                "the label of an activity in the mapping",
                                problems));
    }
}
