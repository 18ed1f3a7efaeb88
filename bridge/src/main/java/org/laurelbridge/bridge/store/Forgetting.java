package org.laurelbridge.bridge.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.listen.Candidate;
import org.laurelbridge.bridge.listen.Receipt;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.bridge.listen.Unreadable;
import org.laurelbridge.bridge.subject.Agents;
import org.laurelbridge.bridge.subject.Traces;
import org.laurelbridge.bridge.subject.Traces.Found;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.xapi.Json;
import tools.jackson.databind.JsonNode;

/**
 * What statements bring of people who were erased is not kept: theirs are let go as if they had been known, and in those of others
 * nobody stands in their place. Within the transaction that keeps the others.
 */
final class Forgetting {
    private static final Json JSON = new Json();

    private final Handle handle;
    private final ErasedMarks marks;

    private Forgetting(Handle handle, ErasedMarks marks) {
        this.handle = handle;
        this.marks = marks;
    }

    /** What of them may be kept; the same ones while nobody was erased. */
    static List<Submission> let(
            Handle handle, Dialect dialect, @Nullable ErasedMarks marks, List<Submission> submissions) {
        return marks != null && ErasedMarks.isAnybody(handle, dialect)
                ? new Forgetting(handle, marks).let(submissions)
                : submissions;
    }

    /** The receipts of what was sent, by those of what was let through. */
    static List<Receipt> receipts(List<Submission> sent, List<Submission> let, List<Receipt> receipts) {
        List<Receipt> all = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            int gone = sent.get(i).candidates().size() - let.get(i).candidates().size();
            all.add(
                    gone > 0 && receipts.get(i) instanceof Receipt.Kept kept
                            ? new Receipt.Kept(
                                    sent.get(i).candidates().stream()
                                            .map(Candidate::id)
                                            .toList(),
                                    kept.added(),
                                    kept.known() + gone,
                                    kept.quarantined())
                            : receipts.get(i));
        }
        return all;
    }

    private List<Submission> let(List<Submission> submissions) {
        Set<Identifier> erased = marks.identities(handle, identifiers(submissions));
        if (erased.isEmpty()) {
            return submissions;
        }
        Traces theirs = new Traces(erased::contains, List.of());
        return submissions.stream().map(one -> let(one, theirs)).toList();
    }

    private static Set<Identifier> identifiers(List<Submission> submissions) {
        Set<Identifier> identifiers = new LinkedHashSet<>();
        for (Submission submission : submissions) {
            submission.candidates().forEach(candidate -> collect(candidate.raw(), identifiers));
            submission.unreadable().forEach(unreadable -> collect(unreadable.raw(), identifiers));
        }
        return identifiers;
    }

    private static void collect(String raw, Set<Identifier> identifiers) {
        if (JSON.read(raw) instanceof Json.Parsed.Value value) {
            JsonNode node = value.node();
            Agents.each(node, identifiers::addAll);
        }
    }

    private Submission let(Submission submission, Traces theirs) {
        List<Candidate> candidates = new ArrayList<>();
        for (Candidate candidate : submission.candidates()) {
            Found found = theirs.in(candidate.raw());
            if (found instanceof Found.Nothing) {
                candidates.add(candidate);
            } else if (found instanceof Found.Mention mention && !isKnown(candidate.id())) {
                candidates.add(new Candidate(
                        candidate.id(), candidate.statement(), mention.without(), candidate.diagnostics()));
            }
        }
        List<Unreadable> unreadable = submission.unreadable().stream()
                .filter(one -> theirs.in(one.raw()) instanceof Found.Nothing)
                .toList();
        return new Submission(submission.source(), submission.manner(), candidates, unreadable);
    }

    /** As it was kept, more may have been taken out of it. */
    private boolean isKnown(UUID id) {
        return handle.createQuery("select 1 from statement where id = :id")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }
}
