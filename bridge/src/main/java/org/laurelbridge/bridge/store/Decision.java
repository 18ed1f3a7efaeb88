package org.laurelbridge.bridge.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.listen.Candidate;
import org.laurelbridge.bridge.listen.Receipt;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.bridge.record.StatementLog.VoidRight;
import org.laurelbridge.bridge.store.KnownStatements.Known;
import org.laurelbridge.mapping.VoidReach;
import org.laurelbridge.xapi.Problem;

/** Decides one submission, statement by statement, against what is known; later ones see what earlier ones brought. */
final class Decision {

    private final Submission submission;
    private final KnownStatements before;
    private final CopyRule rule;
    private final VoidRight right;

    private final Map<UUID, Known> here = new HashMap<>();
    private final List<Candidate> fresh = new ArrayList<>();
    private final List<Decided.Voiding> voids = new ArrayList<>();
    private final List<Decided.Witness> witnesses = new ArrayList<>();
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
        // then: what comes in the same submission is the source's own, also when it comes after its void
        fresh.forEach(this::judgeVoid);
        if (isPushed() && !forbidden.isEmpty()) {
            return Decided.refused(new Receipt.Forbidden(forbidden));
        }
        if (isPushed() && !conflicts.isEmpty()) {
            return Decided.refused(new Receipt.Conflict(conflicts));
        }
        submission.unreadable().forEach(one -> troubles.add(new Decided.Trouble(one.id(), one.raw(), one.problems())));
        return new Decided(receipt(), fresh, voids, witnesses, copies, troubles, here);
    }

    private Receipt receipt() {
        List<UUID> ids = submission.candidates().stream().map(Candidate::id).toList();
        int known = ids.size() - fresh.size() - conflicts.size();
        return new Receipt.Kept(ids, fresh.size(), known, troubles.size() + forbidden.size());
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
        fresh.add(candidate);
        here.put(candidate.id(), new Known(Set.of(submission.source()), 0, List.of(candidate.raw())));
    }

    private void decideCopy(Candidate candidate, Known known) {
        switch (rule.judge(known.bodies(), candidate.raw())) {
            case SAME -> witness(candidate, known);
            case ADDS -> {
                copies.add(new Decided.Copy(candidate.id(), known.intake(), candidate.raw()));
                witness(candidate, known.plus(candidate.raw()));
            }
            case DIFFERS -> {
                conflicts.add(candidate.id());
                troubles.add(trouble(candidate, conflict()));
            }
        }
    }

    private void witness(Candidate candidate, Known known) {
        if (!known.sources().contains(submission.source())) {
            witnesses.add(new Decided.Witness(candidate.id(), known.intake()));
        }
        here.put(candidate.id(), known.from(submission.source()));
        UUID target = candidate.statement().voids();
        if (target != null) {
            addVoiding(candidate, target);
        }
    }

    private void judgeVoid(Candidate candidate) {
        UUID target = candidate.statement().voids();
        if (target == null) {
            return;
        }
        VoidReach reach = addVoiding(candidate, target);
        Known known = find(target);
        boolean others = known != null && !known.sources().contains(submission.source());
        if (reach == VoidReach.NOTHING || (reach == VoidReach.OWN && others)) {
            forbidden.add(target);
        }
    }

    private VoidReach addVoiding(Candidate candidate, UUID target) {
        // on push the authority is ours to set, whatever was sent
        VoidReach reach = right.reach(
                submission.source(), isPushed() ? null : candidate.statement().authority());
        voids.add(new Decided.Voiding(target, candidate.id(), reach));
        return reach;
    }

    private boolean isPushed() {
        return submission.manner() == Submission.Manner.PUSHED;
    }

    private @Nullable Known find(UUID id) {
        Known known = here.get(id);
        return known == null ? before.find(id) : known;
    }

    private static Decided.Trouble trouble(Candidate candidate, Problem problem) {
        return new Decided.Trouble(candidate.id(), candidate.raw(), List.of(problem));
    }

    private static Problem conflict() {
        return new Problem(
                "/id", "the id of a kept statement that says something else", "an equal statement", "1.0.3 Data 2.3.1");
    }
}
