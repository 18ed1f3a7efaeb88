package org.laurelbridge.bridge.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.listen.Candidate;
import org.laurelbridge.bridge.listen.Receipt;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.bridge.record.StatementLog.VoidRight;
import org.laurelbridge.bridge.store.KnownStatements.Known;
import org.laurelbridge.xapi.Problem;

/** Decides one submission, statement by statement, against what is known; later ones see what earlier ones brought. */
final class Decision {

    private final Submission submission;
    private final KnownStatements before;
    private final CopyRule rule;
    private final VoidRight right;

    private final Map<UUID, Known> here = new HashMap<>();
    private final List<Candidate> fresh = new ArrayList<>();
    private final List<Decided.Copy> copies = new ArrayList<>();
    private final List<Decided.Trouble> troubles = new ArrayList<>();
    private final List<UUID> conflicts = new ArrayList<>();
    private final List<UUID> forbidden = new ArrayList<>();

    Decision(Submission submission, KnownStatements before, CopyRule rule, VoidRight right) {
        this.submission = submission;
        this.before = before;
        this.rule = rule;
        this.right = right;
    }

    Decided decide() {
        submission.candidates().forEach(this::decide);
        if (submission.manner() == Submission.Manner.PUSHED && !forbidden.isEmpty()) {
            return Decided.refused(new Receipt.Forbidden(forbidden));
        }
        if (submission.manner() == Submission.Manner.PUSHED && !conflicts.isEmpty()) {
            return Decided.refused(new Receipt.Conflict(conflicts));
        }
        submission.unreadable().forEach(one -> troubles.add(new Decided.Trouble(one.id(), one.raw(), one.problems())));
        return new Decided(receipt(), fresh, copies, troubles, here);
    }

    private Receipt receipt() {
        List<UUID> ids = submission.candidates().stream().map(Candidate::id).toList();
        int known = ids.size() - fresh.size() - conflicts.size() - forbidden.size();
        return new Receipt.Kept(ids, fresh.size(), known, troubles.size());
    }

    private void decide(Candidate candidate) {
        Known known = find(candidate.id());
        if (known == null) {
            decideNew(candidate);
        } else {
            decideCopy(candidate, known);
        }
    }

    private void decideNew(Candidate candidate) {
        UUID target = candidate.statement().voids();
        if (target != null && !right.mayVoid(submission.source(), sourceOf(target))) {
            forbidden.add(target);
            troubles.add(trouble(candidate, mayNotVoid(target)));
            return;
        }
        fresh.add(candidate);
        here.put(candidate.id(), new Known(submission.source(), 0, List.of(candidate.raw())));
    }

    private void decideCopy(Candidate candidate, Known known) {
        switch (rule.judge(known.bodies(), candidate.raw())) {
            case SAME -> {}
            case ADDS -> {
                copies.add(new Decided.Copy(candidate.id(), known.intake(), candidate.raw()));
                here.put(candidate.id(), known.plus(candidate.raw()));
            }
            case DIFFERS -> {
                conflicts.add(candidate.id());
                troubles.add(trouble(candidate, conflict()));
            }
        }
    }

    private @Nullable Known find(UUID id) {
        Known known = here.get(id);
        return known == null ? before.find(id) : known;
    }

    // what comes in the same submission is the source's own, also when it comes after its void
    private @Nullable String sourceOf(UUID target) {
        Known known = find(target);
        if (known != null) {
            return known.source();
        }
        boolean own = submission.candidates().stream()
                .anyMatch(candidate -> candidate.id().equals(target));
        return own ? submission.source() : null;
    }

    private static Decided.Trouble trouble(Candidate candidate, Problem problem) {
        return new Decided.Trouble(candidate.id(), candidate.raw(), List.of(problem));
    }

    private static Problem conflict() {
        return new Problem(
                "/id", "the id of a kept statement that says something else", "an equal statement", "1.0.3 Data 2.3.1");
    }

    private Problem mayNotVoid(UUID target) {
        return new Problem(
                "/object/id",
                "a void of " + target + " by the source " + submission.source(),
                "a source that may void it",
                "1.0.3 Data 2.3.2");
    }
}
