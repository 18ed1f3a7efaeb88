package org.laurelbridge.webapp.command;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.secret.AccessTokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Administrators' tokens, for the pages and the API. */
@Command(
        name = "token",
        description = "Makes, lists and revokes administrators' tokens.",
        mixinStandardHelpOptions = true)
final class TokenCommand {
    @ParentCommand
    private @Nullable LaurelCommand laurel;

    @Command(name = "create", description = "Makes a token and shows it this once.", mixinStandardHelpOptions = true)
    int create(@Parameters(paramLabel = "NAME", description = "What it is for.") String name) {
        try (Bridge bridge = laurel().bridge()) {
            laurel().out()
                    .println(bridge.stores()
                            .tokens()
                            .by(LaurelCommand.doer())
                            .make(name, FirstToken.ADMINISTRATOR, bridge.clock().instant()));
        }
        return 0;
    }

    @Command(name = "list", description = "Lists tokens by name.", mixinStandardHelpOptions = true)
    int list() {
        try (Bridge bridge = laurel().bridge()) {
            for (AccessTokens.Holder holder : bridge.stores().tokens().list()) {
                laurel().out().println(holder.created() + "  " + holder.role() + "  " + holder.name());
            }
        }
        return 0;
    }

    @Command(name = "revoke", description = "Ends every token of a name.", mixinStandardHelpOptions = true)
    int revoke(@Parameters(paramLabel = "NAME") String name) {
        try (Bridge bridge = laurel().bridge()) {
            int ended = bridge.stores().tokens().by(LaurelCommand.doer()).revoke(name);
            laurel().out().println(ended + " ended");
            return ended > 0 ? 0 : 1;
        }
    }

    private LaurelCommand laurel() {
        return Objects.requireNonNull(laurel);
    }
}
