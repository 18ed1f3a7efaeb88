package org.laurelbridge.webapp.command;

import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.Verdicts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** What a person decides about one award. */
abstract class AwardVerdict implements Callable<Integer> {
    private static final int LONGEST = 1_000;

    @ParentCommand
    private @Nullable AwardsCommand awards;

    @Parameters(index = "0", paramLabel = "ID", description = "Of the award, as awards --json tells it.")
    private @Nullable UUID id;

    /** What came of it in a sentence; null when the award does not stand so that it can be decided. */
    abstract @Nullable String decide(Verdicts verdicts, Award award);

    @Override
    public Integer call() {
        LaurelCommand parent = Objects.requireNonNull(awards).laurel();
        UUID asked = Objects.requireNonNull(id);
        try (Bridge bridge = parent.bridge()) {
            Award award = bridge.awards()
                    .find(asked)
                    .orElseThrow(() -> new LaurelCommand.NotDone("There is no award " + asked + "."));
            String done = decide(bridge.verdicts().by(LaurelCommand.doer()), award);
            if (done == null) {
                throw new LaurelCommand.NotDone(
                        "It is " + award.status().word() + ", so this cannot be decided. Nothing was changed.");
            }
            parent.out().println(done);
        }
        return 0;
    }

    /** One that needs a reason. */
    abstract static class Reasoned extends AwardVerdict {
        @Parameters(index = "1", paramLabel = "WHY", description = "In a sentence, without personal data.")
        private String why = "";

        String why() {
            if (why.isBlank() || why.length() > LONGEST) {
                throw new LaurelCommand.NotDone(
                        "WHY has " + why.strip().length() + " characters; expected 1 to " + LONGEST + ".");
            }
            return why.strip();
        }
    }

    @Command(
            name = "claim",
            description = "Claims an award that is offered, for its learner.",
            mixinStandardHelpOptions = true)
    static final class Claim extends AwardVerdict {
        @Override
        @Nullable
        String decide(Verdicts verdicts, Award award) {
            return verdicts.claim(award) ? "Claimed: it is given with the next decision of a Laurel that runs." : null;
        }
    }

    @Command(name = "approve", description = "Approves an award that waits for it.", mixinStandardHelpOptions = true)
    static final class Approve extends Reasoned {
        @Override
        @Nullable
        String decide(Verdicts verdicts, Award award) {
            return verdicts.approve(award, why())
                    ? "Approved: it is given with the next decision of a Laurel that runs."
                    : null;
        }
    }

    @Command(
            name = "decline",
            description = "Declines an award that waits for approval, for good.",
            mixinStandardHelpOptions = true)
    static final class Decline extends Reasoned {
        @Override
        @Nullable
        String decide(Verdicts verdicts, Award award) {
            return verdicts.decline(award, why()) ? "Declined." : null;
        }
    }

    @Command(
            name = "restore",
            description = "Keeps an award that is under review or suspended.",
            mixinStandardHelpOptions = true)
    static final class Restore extends Reasoned {
        @Override
        @Nullable
        String decide(Verdicts verdicts, Award award) {
            return verdicts.restore(award, why()) ? "Restored: it is valid." : null;
        }
    }

    @Command(
            name = "revoke",
            description = "Takes an award back, for good; its grades go with it.",
            mixinStandardHelpOptions = true)
    static final class Revoke extends Reasoned {
        @Override
        @Nullable
        String decide(Verdicts verdicts, Award award) {
            return verdicts.revoke(award, why()) ? "Revoked." : null;
        }
    }
}
