package org.laurelbridge.webapp.command;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.award.Explanations;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.rule.Badge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Why somebody has a badge or not yet. */
@Command(
        name = "explain",
        description = "Says why a person has a badge, or what is missing.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable LaurelCommand laurel;

    @Parameters(index = "0", paramLabel = "PERSON", description = "An e-mail address, or Laurel's id of the person.")
    private String person = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "BADGE", description = "Default: all badges in force.")
    private @Nullable String badge;

    @Option(names = "--json", description = "The tree as JSON, one badge a line.")
    private boolean json;

    @Option(names = "--language", paramLabel = "TAG", description = "As de; English where there are no words for it.")
    private String language = "en";

    @Override
    public Integer call() {
        LaurelCommand parent = Objects.requireNonNull(laurel);
        try (Bridge bridge = parent.bridge()) {
            PersonId id = Somebody.named(bridge.stores().people(), person);
            List<String> badges = badge != null
                    ? List.of(badge)
                    : bridge.rules().current().badges().stream().map(Badge::id).toList();
            for (String one : badges) {
                Explanations.Answer answer = bridge.explanations()
                        .explain(id, one, Locale.forLanguageTag(language))
                        .orElseThrow(() -> new LaurelCommand.NotDone("No badge " + one + " is in force."));
                tell(parent, answer);
            }
        }
        return 0;
    }

    private void tell(LaurelCommand parent, Explanations.Answer answer) {
        if (json) {
            parent.out().println(answer.json());
        } else {
            parent.out().println(answer.badge().title() + " (" + answer.badge().reference() + ")");
            answer.lines().forEach(line -> parent.out().println("  ".repeat(line.depth() + 1) + line.text()));
        }
    }
}
