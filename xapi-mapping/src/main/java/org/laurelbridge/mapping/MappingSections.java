package org.laurelbridge.mapping;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;
import org.laurelbridge.document.Span;
import org.laurelbridge.document.Values;
import org.laurelbridge.document.Words;

/** Reads the sections of a mapping, of a preset or of an own document, into a draft. */
final class MappingSections {
    private static final List<String> IDENTITY_RULES = List.of("account", "mbox", "mbox_sha1sum", "openid");

    private final Problems problems;
    private final Values values;
    private final MappingDraft draft;

    MappingSections(Problems problems, MappingDraft draft) {
        this.problems = problems;
        this.values = new Values(problems);
        this.draft = draft;
    }

    void read(Fields fields) {
        identity(fields);
        new VerbSection(problems, draft).read(fields);
        rewrites(fields);
        fields.fields("iris").ifPresent(this::iris);
        fields.fields("attempt").ifPresent(this::attempt);
        fields.list("ignore").forEach(this::ignore);
        draft.courseTypes.addAll(fields.texts("courseTypes"));
        draft.proctored.addAll(fields.texts("proctored"));
        ScoreSection scores = new ScoreSection(draft);
        fields.fields("score").ifPresent(scores::score);
        fields.fields("success").ifPresent(scores::success);
        new TrustSection(problems, draft).read(fields);
        fields.fields("time").ifPresent(this::time);
    }

    void readActivities(Fields fields) {
        ActivitySection section = new ActivitySection(problems, draft);
        fields.entries("activities").forEach(section::add);
    }

    private void identity(Fields fields) {
        fields.list("identity").forEach(this::identityRule);
        Map<String, Mapping.Unknown> unknown = new LinkedHashMap<>();
        unknown.put("park", Mapping.Unknown.PARK);
        unknown.put("create", Mapping.Unknown.CREATE);
        unknown.put("drop", Mapping.Unknown.DROP);
        fields.word("unknown", unknown).ifPresent(word -> draft.unknown = word);
        fields.word("groups", List.of("ignore", "members")).ifPresent(word -> draft.members = word.equals("members"));
    }

    /** mbox, mbox_sha1sum and openid place an actor by its own identifier; an account needs to be told what its name is. */
    private void identityRule(Node node) {
        Optional<Node.Entry> rule = values.single(node);
        if (rule.isEmpty()) {
            return;
        }
        switch (rule.get().key()) {
            case "account" -> account(values.fields(rule.get().value()));
            case "mbox", "mbox_sha1sum" -> values.word(rule.get().value(), List.of("email"));
            case "openid" -> values.word(rule.get().value(), List.of("profile.openid"));
            default ->
                problems.add(
                        rule.get().place(),
                        "the identity rule \"" + rule.get().key() + "\"",
                        Words.expected(rule.get().key(), IDENTITY_RULES));
        }
    }

    private void account(Fields account) {
        account.require("homePage", "name");
        Optional<String> homePage = account.text("homePage");
        Optional<String> kind = account.word("name", List.of("id", "username", "idnumber"));
        account.finish();
        if (homePage.isPresent() && kind.isPresent()) {
            draft.accounts.add(new Identity.AccountRule(homePage.get(), kind.get()));
        }
    }

    private void rewrites(Fields fields) {
        List<Rewrite> own = new ArrayList<>();
        for (Node node : fields.list("rewrite")) {
            Fields rewrite = values.fields(node);
            rewrite.require("object", "activity");
            Optional<Template> object = template(rewrite, "object");
            Optional<Template> activity = template(rewrite, "activity");
            Optional<Template> attempt = template(rewrite, "attempt");
            rewrite.finish();
            if (object.isPresent() && activity.isPresent()) {
                tellHolesNobodyFills(node, object.get(), activity.get());
                attempt.ifPresent(template -> tellHolesNobodyFills(node, object.get(), template));
                own.add(new Rewrite(object.get(), activity.get(), attempt.orElse(null)));
            }
        }
        draft.rewrites.addAll(0, own);
    }

    private Optional<Template> template(Fields fields, String key) {
        Optional<String> text = fields.text(key);
        Optional<Template> template = text.flatMap(Template::parse);
        if (text.isPresent() && template.isEmpty()) {
            problems.add(
                    fields.node(key).orElseThrow(),
                    "a template whose {holes} are closed, named and apart, {root} only at the start");
        }
        return template;
    }

    private void tellHolesNobodyFills(Node node, Template object, Template filled) {
        for (String name : filled.names()) {
            if (!object.names().contains(name)) {
                problems.add(
                        node.place(),
                        "{" + name + "}",
                        "a hole that \"object\" has: " + Words.expected(name, object.names()));
            }
        }
    }

    private void iris(Fields iris) {
        Set<String> dropped = new LinkedHashSet<>(draft.form.dropped());
        dropped.addAll(iris.texts("dropParameters"));
        draft.form = new IriForm(dropped);
        iris.finish();
    }

    private void attempt(Fields attempt) {
        attempt.text("extension").ifPresent(extension -> draft.attemptExtension = extension);
        draft.sharedRegistration.addAll(attempt.texts("registrationSharedWith"));
        attempt.finish();
    }

    private void ignore(Node node) {
        Fields when = values.fields(node);
        when.require("extension", "is");
        Optional<String> extension = when.text("extension");
        List<String> words = when.texts("is");
        when.finish();
        extension.ifPresent(iri -> draft.ignored.add(new Ignored.When(iri, Set.copyOf(words))));
    }

    private void time(Fields time) {
        time.span("skew").ifPresent(span -> draft.skew = duration(span));
        time.span("backdate").ifPresent(span -> draft.backdate = duration(span));
        time.finish();
    }

    /** How far clocks differ is a length, not a date: a month is thirty days here, a year 365. */
    private static Duration duration(Span span) {
        return switch (span.unit()) {
            case DAYS -> Duration.ofDays(span.amount());
            case WEEKS -> Duration.ofDays(7 * span.amount());
            case MONTHS -> Duration.ofDays(30 * span.amount());
            case YEARS -> Duration.ofDays(365 * span.amount());
            default -> Duration.of(span.amount(), span.unit());
        };
    }
}
